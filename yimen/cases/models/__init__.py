"""The tables of a case."""

from yimen.cases.models.case import LISTED, Case
from yimen.cases.models.enquiry import Enquiry
from yimen.cases.models.handing import Handing
from yimen.cases.models.holder import Holder
from yimen.cases.models.note import Note
from yimen.cases.models.recusal import Recusal
from yimen.cases.models.review import Review
from yimen.cases.models.said import Message, Opinion, Rating
from yimen.cases.models.view import View

__all__ = [
    "LISTED",
    "Case",
    "Enquiry",
    "Handing",
    "Holder",
    "Message",
    "Note",
    "Opinion",
    "Rating",
    "Recusal",
    "Review",
    "View",
]
