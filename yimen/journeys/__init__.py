"""Flows that need two siblings at once: taking a pack into routing, deadlines and letters."""
