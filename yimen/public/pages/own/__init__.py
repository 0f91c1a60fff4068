"""A resident's own case: what they see and what they can do with the receipt."""
