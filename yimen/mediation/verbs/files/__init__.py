"""Photos and papers in a room: shown, and taken back."""
