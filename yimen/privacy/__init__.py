"""Who looked, who guessed, and what must be forgotten."""
