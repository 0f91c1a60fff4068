"""The public pages, one file each: view and form together."""
