"""What stands beside the form while somebody calls: a clock, answers to look up, where a case stands."""
