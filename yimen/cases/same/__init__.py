"""Cases about the same thing: linked to a main one, and each its own."""
