"""What a committee does: it is set up, it names a mediator, it seals."""
