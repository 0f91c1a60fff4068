"""What the justice bureau counts: columns of the cover, and no word of what a mediation is about."""
