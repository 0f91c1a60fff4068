"""Behind the pages of signing in: the form, the town’s own server, and the sign-ins that last."""
