"""Cases that leave the town in a file, with two persons."""
