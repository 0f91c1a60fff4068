"""Several at one case: inviting others, joining, and taking oneself out."""
