"""A case goes to mediation and comes back. What is said there never comes with it."""
