"""How dates and numbers are written and read where Django does not know a language, or knows it otherwise."""
