"""Who comes with a side: named, agreed to, let in, and going again."""
