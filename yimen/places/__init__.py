"""Where things are: the town, its townships, villages and service areas, with their outlines."""
