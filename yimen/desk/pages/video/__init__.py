"""Calls by video at the desk: who waits, and the call with the form beside it."""
