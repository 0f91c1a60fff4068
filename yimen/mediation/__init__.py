"""Mediation: a voluntary, confidential talk between the sides of a dispute, and whoever helps them to agree."""
