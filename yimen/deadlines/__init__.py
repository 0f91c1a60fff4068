"""Until when: limits as data, calendars with make-up working days, and a line that explains each date."""
