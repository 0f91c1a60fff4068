"""What can happen to a town's categories, procedures and remits."""

from yimen.routing.verbs.take_catalogue import take_catalogue

__all__ = ["take_catalogue"]
