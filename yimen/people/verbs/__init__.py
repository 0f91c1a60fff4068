"""What can happen to offices, posts and staff: one file a verb."""
