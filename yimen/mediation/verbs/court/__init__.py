"""What the mediator notes on the cover: what the court has said, and what the figures need."""
