"""What belongs to the lists of the desk besides the lists themselves."""
