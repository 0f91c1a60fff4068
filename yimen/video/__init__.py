"""Calls by video at a centre: its waiting room, the clerk who lets in, an interpreter, and handing over."""
