"""What a channel hands over: everything a resident said, checked and made plain."""

import json
from dataclasses import dataclass, replace
from hashlib import sha256

from yimen.cases.joint.rules import MOST_REPRESENTATIVES, TOO_MANY, may_invite_so_many
from yimen.cases.needs.rules import as_kept
from yimen.cases.rules import LONGEST_WORDS, Channel, Way
from yimen.files.store import Placed
from yimen.kernel.text import needed, plain
from yimen.kernel.verdict import Refused, gettext_noop
from yimen.routing.queries import CategoryFacts
from yimen.routing.rules import Kind
from yimen.routing.town import Town

OUTSIDE = gettext_noop("This point is outside the town. Please move it, or say in words where it is.")
UNKNOWN_CATEGORY = gettext_noop("This category is not in our list. Please choose another, or leave it open.")
UNKNOWN_PLACE = gettext_noop("This place is not in our list. Please choose another, or say in words where it is.")
UNKNOWN_OFFICE = gettext_noop("This office is not in our list. Please choose another, or leave it open.")
LONGEST_POSTAL = 300
HALF_A_POINT = gettext_noop("A point needs both numbers, east and north.")
NO_ADDRESS = gettext_noop("Please give us the address or number to write to, or choose “only here”.")
OTHER_DOOR = gettext_noop("This matter belongs to another door.")


@dataclass(frozen=True)
class Submission:
    """A case as it comes in by any channel. Codes are those of the pack, the places and the offices."""

    nonce: str  # the form's own secret; the receipt comes from it
    words: str
    language: str
    kind: Kind = Kind.HELP
    channel: Channel = Channel.WEB
    category: str = ""  # empty: left open
    longitude: float | None = None  # degrees, WGS 84
    latitude: float | None = None
    place: str = ""  # chosen from the list
    place_words: str = ""
    tell: Way = Way.HERE
    contact_name: str = ""
    email: str = ""
    phone: str = ""
    postal: str = ""  # name and address as they stand on the envelope
    accused_office: str = ""  # a complaint about this office: it never sees the case
    consent: str = ""  # brought by a helper: how the resident agreed (joint.rules.Consent); empty: their own
    needs: tuple[str, ...] = ()  # what the town has to see to (needs.rules.Need); what is no code of ours is left out
    is_followed: bool = False  # the helper gets a receipt that shows where it stands
    others: int = 0  # how many others stand with them: so many invitations go along with the receipt
    files: tuple[Placed, ...] = ()  # on the disk already
    mail_id: str = ""  # of the mail that it came by, for the first letter to stand with it
    answers_mail: bool = False  # the receipt goes back as it came, by mail or text: there is no page to show it on

    @property
    def digest(self) -> bytes:
        """Tells whether a form that comes twice says the same; 32 bytes.

        The form's own secret, which is stored nowhere, goes into it: or whoever has the database alone could try all
        telephone numbers until the digest fits, and what has been deleted could be guessed for ever.
        """
        said = {k: v for k, v in self.__dict__.items() if k not in {"nonce", "files", "answers_mail", "mail_id"}}
        digest = sha256(f"{self.nonce}\0{json.dumps(said, sort_keys=True, default=str)}".encode())
        for file in self.files:
            digest.update(file.digest.encode())
        return digest.digest()


@dataclass(frozen=True)
class Meant:
    """What the codes of a submission mean in this town."""

    submission: Submission
    category: CategoryFacts | None
    area_id: int | None
    accused_id: int | None


def plainly(sent: Submission) -> Submission:
    """The submission with plain texts; refused if something is missing or too long."""
    if sent.others and not may_invite_so_many(sent.others, standing=1, invited=0):
        raise Refused(TOO_MANY, most=MOST_REPRESENTATIVES, room=MOST_REPRESENTATIVES - 1)
    email, phone = with_address(sent.tell, sent.email, sent.phone)
    postal = plain(sent.postal, LONGEST_POSTAL)
    if sent.tell is Way.POST and not postal:
        raise Refused(NO_ADDRESS)
    return replace(
        sent,
        words=needed(sent.words, LONGEST_WORDS),
        place_words=plain(sent.place_words, 200),
        contact_name=plain(sent.contact_name, 120),
        email=email,
        phone=phone,
        postal=postal,
        needs=tuple(as_kept(sent.needs).split()),
    )


def with_address(tell: Way, email: str, phone: str) -> tuple[str, str]:
    """How to reach somebody, made plain; refused if the way they chose has no address."""
    if (tell is Way.EMAIL and not email) or (tell is Way.SMS and not phone):
        raise Refused(NO_ADDRESS)
    return plain(email, 254), plain(phone, 40)


def understood(sent: Submission, town: Town) -> Meant:
    """Look up what the codes mean; refused with a reason where one is unknown or the point is outside."""
    category = town.catalogue.leaf(sent.category) if sent.category else None
    if sent.category and (category is None or not category.is_offered):
        raise Refused(UNKNOWN_CATEGORY)
    if category and category.door_code:
        raise Refused(OTHER_DOOR)
    accused = town.offices.by_code.get(sent.accused_office) if sent.accused_office else None
    if sent.accused_office and accused is None:
        raise Refused(UNKNOWN_OFFICE)
    return Meant(sent, category, _area(sent, town), accused.id if accused else None)


def _area(sent: Submission, town: Town) -> int | None:
    if (sent.longitude is None) != (sent.latitude is None):
        raise Refused(HALF_A_POINT)
    if sent.longitude is not None and sent.latitude is not None:
        area = town.places.area_at(sent.longitude, sent.latitude)
        if area is None:
            raise Refused(OUTSIDE)
        return area.id
    if not sent.place:
        return None
    place = town.places.by_code.get(sent.place)
    if place is None:
        raise Refused(UNKNOWN_PLACE)
    return place.id
