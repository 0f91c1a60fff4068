"""What happens because a day has come."""
