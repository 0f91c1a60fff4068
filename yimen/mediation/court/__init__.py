"""After an agreement: a court may confirm it, if both sides ask within thirty days (人民调解法 art. 33)."""
