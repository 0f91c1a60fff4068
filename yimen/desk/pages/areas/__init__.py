"""The areas of the town: looking at them, changing them from a day on, and taking them in and out as GeoJSON."""
