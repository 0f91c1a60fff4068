"""What can happen to a second step that is lost."""
