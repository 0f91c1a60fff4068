"""What colleagues do at one case together."""
