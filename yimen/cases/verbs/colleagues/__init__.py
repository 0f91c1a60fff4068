"""What colleagues do at one case together: ask, give their part, advise."""
