"""SQLite as Django speaks to it, which also notices how long writers wait for each other."""
