"""Calls between up to four browsers: meetings, seats, and what browsers say to find each other. For whoever calls."""
