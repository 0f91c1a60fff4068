"""The operator's commands, the worker and what keeps both running."""
