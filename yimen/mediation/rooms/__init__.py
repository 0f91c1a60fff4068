"""The rooms of a mediation: what is said in one is sealed with a key of its own (docs/adr/0038)."""
