"""Figures of offices and places: derived from the journal and the open cases, and made again at any time."""
