"""The written side of a case: its papers, and asking for more time."""
