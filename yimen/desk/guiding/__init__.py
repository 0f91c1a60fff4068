"""The guides of the repository, shown where they are needed: at a desk that may have no internet."""
