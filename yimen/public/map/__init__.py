"""The town's own map: one file of tiles, so that a map needs no internet (docs/adr/0042)."""
