"""What the mediator does."""
