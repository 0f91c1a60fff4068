"""What can happen to a change of areas."""
