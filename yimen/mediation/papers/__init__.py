"""The papers of a mediation: made anew each time from what the reader's keys open, and kept nowhere (docs/adr/0043)."""
