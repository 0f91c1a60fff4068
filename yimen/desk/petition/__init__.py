"""How the desk speaks of reviews and of more time that is asked for."""
