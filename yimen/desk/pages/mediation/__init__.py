"""Mediation at the desk: for whoever mediates, and for the head of a committee, who has no key."""
