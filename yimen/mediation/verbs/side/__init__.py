"""What a side does, with its own code."""
