"""What somebody needs in order to talk with the town: an interpreter, letters read aloud, a way without steps."""
