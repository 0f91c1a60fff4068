"""Programs of their own, run by path: they know nothing of the town, and are given a picture and a limit of time."""
