"""Taking a case in at the counter: its form, and choices from long lists that are typed."""
