"""What whoever runs the machine can do."""
