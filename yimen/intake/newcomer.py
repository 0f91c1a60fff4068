"""Whoever brings something has no receipt yet."""

from yimen.people.rules import Resident

#: The journal says "resident" all the same.
NEWCOMER = Resident(case_id=0)
