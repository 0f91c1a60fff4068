"""A centre as residents meet it: its page, its tablet, its waiting screen, and one's own number."""
