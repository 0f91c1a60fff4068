"""Where one is signed in, and the second step."""
