"""What members of staff do with the lists they keep for themselves."""
