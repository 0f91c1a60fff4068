"""Letters that leave on paper."""
