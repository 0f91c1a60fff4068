"""Visits at the desk: the queue of one's centre, and what it came to."""
