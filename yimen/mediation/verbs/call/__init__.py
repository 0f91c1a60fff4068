"""What happens in a session through a call by video: the mediator leads it, a side joins it."""
