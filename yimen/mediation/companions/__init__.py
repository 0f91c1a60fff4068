"""Who comes with a side: a guardian, a representative, a supporter, an expert, an interpreter (docs/adr/0044)."""
