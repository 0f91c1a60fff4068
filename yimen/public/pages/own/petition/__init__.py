"""The written side of one's own case: its papers, and asking for a review."""
