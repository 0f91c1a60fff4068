"""Photos and documents in a room: shown, and taken back."""
