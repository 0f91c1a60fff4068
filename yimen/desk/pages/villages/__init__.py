"""Setting up a new village, step by step."""
