"""What the resident can do, with the receipt in hand."""
