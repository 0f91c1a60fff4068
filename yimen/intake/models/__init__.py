"""What came in and is no case yet: by a channel as bytes, or on paper, page by page."""

from yimen.intake.models.arrival import Arrival, SealedBytes
from yimen.intake.models.scan import Scan, Sheet

__all__ = ["Arrival", "Scan", "SealedBytes", "Sheet"]
