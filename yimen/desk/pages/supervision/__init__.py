"""What supervision shows at the desk."""
