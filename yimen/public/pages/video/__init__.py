"""A call by video as those see it who have a link: asking for it, waiting, and being in it."""
