"""Search: it finds matters, never people. An index of keyed tokens, derived from what was said and rebuildable."""
