"""What the pages of areas are made of: drawings, and changes that are checked before they are kept."""
