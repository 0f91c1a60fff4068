"""What an office does with cases about the same thing."""
