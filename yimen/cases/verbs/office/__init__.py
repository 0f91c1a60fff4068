"""What the office that holds a case can do with it."""
