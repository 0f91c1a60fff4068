"""Files that people send along: known by their content, cleaned, served where they can do no harm."""
