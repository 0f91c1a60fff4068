"""The channels of the town: web, and the table that takes cases over from an older system.

A new channel is a folder copied from the last one. It turns what came into a ``Submission`` and ends in
``submit_case`` (or, for many old cases at once, ``take_over_cases``).
"""
