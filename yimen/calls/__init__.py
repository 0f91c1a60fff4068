"""The telephone: who calls the town and whom the town calls back. Nobody's number is looked up, and no call is kept."""
