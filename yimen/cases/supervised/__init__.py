"""What supervision reads of cases: which are open, by the day they are due."""
