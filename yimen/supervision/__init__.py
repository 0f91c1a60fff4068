"""Supervision that acts: the ladder that a case climbs while nobody meets its date. About offices, never persons."""
