"""The tables of mediation. What was said stands in them sealed, with keys that the database does not have."""

from yimen.mediation.models.agreement import Agreement, Signature, Undertaking
from yimen.mediation.models.call import SittingCall
from yimen.mediation.models.committee import Committee, FreeHours, Register, Seat, Studio
from yimen.mediation.models.companion import Companion
from yimen.mediation.models.mediation import Mediation, Side
from yimen.mediation.models.said import Entry, RoomFile, RoomKey
from yimen.mediation.models.sitting import OfferedTime, Proposal, Sitting, TimeAnswer

__all__ = [
    "Agreement", "Committee", "Companion", "Entry", "FreeHours", "Mediation", "OfferedTime", "Proposal", "Register",
    "RoomFile", "RoomKey", "Seat", "Side", "Signature", "Sitting", "SittingCall", "Studio", "TimeAnswer", "Undertaking",
]  # fmt: skip
