"""When a resident disagrees: review (复查) and second review (复核) by the next higher office, and what is final."""
