"""A session through a call by video: the rooms of ``yimen.meetings``, led by the mediator and by nobody else."""
