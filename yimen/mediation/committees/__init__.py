"""Committees, their seats and studios, and who of them could mediate."""
