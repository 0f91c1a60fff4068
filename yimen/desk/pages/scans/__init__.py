"""Letters on paper: brought in page by page, put in order, written down beside their scan."""
