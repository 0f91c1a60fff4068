"""The search index at the console."""
