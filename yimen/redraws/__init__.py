"""Changes of a town's areas from a day on: drafted, looked at, agreed, and carried out when the day comes."""
