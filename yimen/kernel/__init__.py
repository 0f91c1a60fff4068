"""The ground everything stands on: the clock, verdicts, receipts, seals and editions."""
