"""What offices know and say again and again: templates for their own words, and answers that everybody can read."""
