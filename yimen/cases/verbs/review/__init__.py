"""What the office that reviews can do."""
