"""Mediation for its sides: without an account, by a code of their own, on a telephone."""
