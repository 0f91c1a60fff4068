"""Booked visits (预约): a time at a centre, taken beforehand."""
