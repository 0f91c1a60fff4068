"""The case: what a resident brings, from the first word to a rated answer."""
