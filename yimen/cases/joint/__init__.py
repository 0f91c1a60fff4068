"""Several persons at one case: those who bring it together, and who helps one of them."""
