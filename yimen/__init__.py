"""Yimen: one door for a town."""
