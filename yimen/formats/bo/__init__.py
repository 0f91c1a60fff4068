"""Tibetan formats."""
