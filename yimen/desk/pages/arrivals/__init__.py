"""Mail that could not be taken by itself."""
