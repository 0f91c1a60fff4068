"""Kept texts at the desk: how they are called, written, and put into one's own words."""
