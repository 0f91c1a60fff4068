"""Visits: the queue of a centre, its tickets and waiting screen. What is measured is the centre, never a person."""
