"""Finding a time: a mediator's hours, the times that are offered, and the answers."""
