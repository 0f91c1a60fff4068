"""Copies of a case that leave the town: the resident’s own, and what an office may take out with two persons."""
