"""The telephone at the desk: a call, and who wants to be called back."""
