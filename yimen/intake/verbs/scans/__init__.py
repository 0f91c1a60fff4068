"""What can happen to a letter on paper before it is a case."""

from yimen.intake.verbs.scans.add_sheets import add_sheets
from yimen.intake.verbs.scans.arrange_sheets import arrange_sheets
from yimen.intake.verbs.scans.begin_scan import begin_scan
from yimen.intake.verbs.scans.continue_scan import continue_scan
from yimen.intake.verbs.scans.discard_scan import discard_scan
from yimen.intake.verbs.scans.take_scan import take_scan

__all__ = ["add_sheets", "arrange_sheets", "begin_scan", "continue_scan", "discard_scan", "take_scan"]
