"""The forms of mediation at the desk."""
