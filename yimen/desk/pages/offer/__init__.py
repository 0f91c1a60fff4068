"""What the town offers, as its administrator sets it: categories, remits, limits, procedures, doors and letters."""
