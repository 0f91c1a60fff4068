"""What a hit looks like: a text read once, and the stretch of it that is shown."""
