"""What lets a telephone work with the town without a signal, and forget it all again (docs/adr/0033)."""
