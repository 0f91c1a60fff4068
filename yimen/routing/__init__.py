"""Whose it is: categories, procedures, and which office answers for what and where."""
