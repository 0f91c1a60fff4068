"""Sessions and proposals: what happens while a mediation is under way."""
