"""Cases that leave the town in a file: only with two persons, only few, and each of them noted for its resident."""
