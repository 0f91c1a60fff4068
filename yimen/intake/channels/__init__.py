"""The channels of the town: web, what a clerk takes in (visit, telephone, paper), and the table of an older system.

A new channel is a folder copied from the last one. It turns what came into a ``Submission`` and ends in
``submit_case`` (or, for many old cases at once, ``take_over_cases``).
"""
