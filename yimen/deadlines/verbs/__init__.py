"""What can happen to the calendar and the limits."""
