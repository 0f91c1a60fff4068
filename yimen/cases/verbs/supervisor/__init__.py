"""What the supervisor of an office does with its cases."""
