"""The only doors into a mediation. Each says who comes in by it, and gives them the keys they may have."""
