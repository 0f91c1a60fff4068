"""The lists that members of staff keep for themselves."""
