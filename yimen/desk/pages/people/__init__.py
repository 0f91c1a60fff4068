"""Offices, posts and staff, set up by the administrator of their place."""
