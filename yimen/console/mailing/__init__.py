"""Commands for the mail that comes in."""
