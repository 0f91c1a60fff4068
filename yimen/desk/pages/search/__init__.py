"""Search, and opening a case by the receipt that somebody gives."""
