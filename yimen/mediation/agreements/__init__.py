"""Agreements: their text, who must sign, and what becomes of what was promised."""
