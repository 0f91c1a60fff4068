"""What those do who bring a case together, and who helps one of them."""
