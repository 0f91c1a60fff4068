"""Commands for the telephone exchange and for text messages."""
