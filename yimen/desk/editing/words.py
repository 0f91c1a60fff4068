"""How the desk speaks of what a town offers."""

from collections.abc import Callable

from django.utils.translation import get_language, gettext, ngettext
from django.utils.translation import gettext_lazy as _

from yimen.desk.words import Words
from yimen.kernel.languages import name_in
from yimen.people.queries import OfficeFacts
from yimen.routing.town import Town

UNITS: dict[str, Words] = {"d": _("days"), "wd": _("working days"), "m": _("months")}
#: A length as one sentence: Tibetan puts the number behind the unit.
LENGTHS: dict[str, Callable[[int], str]] = {
    "d": lambda n: ngettext("%(n)s day", "%(n)s days", n),
    "wd": lambda n: ngettext("%(n)s working day", "%(n)s working days", n),
    "m": lambda n: ngettext("%(n)s month", "%(n)s months", n),
}
RETENTIONS: dict[str, Words] = {
    "case": _("as most cases"),
    "petition": _("as petitions"),
    "fault": _("as faults in public space"),
}
LEVELS: dict[str, Words] = {"town": _("Town"), "township": _("Townships"), "village": _("Villages")}
LETTERS: dict[str, Words] = {
    "case-received": _("The case was received"),
    "case-accepted": _("The case was accepted"),
    "case-referred": _("The case belongs to another door"),
    "case-handed-over": _("The case was handed over"),
    "case-received-by-mail": _("A mail was received, with its receipt"),
    "case-received-by-sms": _("A text message was received, with its receipt"),
    "sms-standing": _("Where a case stands, as an answer to a text message"),
    "sms-unknown": _("A text message asked about a receipt that we do not know"),
    "sms-stopped": _("No more text messages to this number"),
    "sms-started": _("Text messages to this number again"),
    "mail-files-left-out": _("Files of a mail could not be taken"),
    "mail-too-many": _("Very many mails from one address"),
    "case-sorted": _("The category was found"),
    "case-asked": _("A question to the resident"),
    "case-answered": _("The answer"),
    "case-extended": _("More time was given"),
    "case-closed": _("The case was closed"),
    "case-reopened": _("The case was opened again"),
    "case-returned": _("The case was given back to its office"),
    "case-withdrawn": _("The case was taken back"),
    "case-erased": _("The case was erased"),
    "case-due-moved": _("The date moved"),
    "case-review-asked": _("A review was asked for"),
    "case-hearing-begun": _("A hearing began"),
    "case-hearing-ended": _("The hearing ended"),
    "case-reviewed": _("The review"),
    "case-passed-up": _("A review goes to the office above"),
    "case-review-left": _("Nobody in the town is left to review"),
    "case-sent-back": _("Sent back by the review"),
    "case-decided": _("The superior office decided"),
    "case-recusal-decided": _("The supervisor decided who stands aside"),
    "case-mended": _("The kind was mended"),
    "case-joined": _("One more stands in the case"),
    "case-left": _("One of those who brought it left the case"),
    "case-mediation-offered": _("The office told of mediation"),
    "case-mediation-ended": _("The mediation of a case ended"),
    "mediation-news": _("Something new in a mediation"),
    "mediation-session": _("A session of a mediation was planned or has changed"),
    "mediation-agreed": _("All sides of a mediation have signed"),
    "mediation-ended": _("A mediation ended"),
    "mediation-due": _("The day of an undertaking has come"),
    "mediation-court": _("The time to ask a court ends soon"),
    "visit-booked": _("A visit was booked"),
    "visit-reminder": _("Reminder of a booked visit"),
}


def length_of(number: int, unit: str) -> str:
    """How long a limit is: “15 days”."""
    return LENGTHS[unit](number) % {"n": number}


def how_many(number: int, most: int) -> str:
    """A number, or "more than" where counting stopped."""
    return gettext("more than %(most)s") % {"most": most - 1} if number >= most else str(number)


def open_terms_keep(number: int, most: int) -> str:
    """What happens to terms that run by a limit that changes."""
    sentence = ngettext(
        "%(number)s open case runs by this limit. It keeps what it was promised; only new ones get the new length.",
        "%(number)s open cases run by this limit. They keep what they were promised; only new ones get the new length.",
        number,
    )
    return sentence % {"number": how_many(number, most)}


def open_cases_stay(number: int, most: int) -> str:
    """What happens to cases of a category, or on a road, that changes."""
    sentence = ngettext(
        "%(number)s open case has it. It stays with its office and keeps its dates.",
        "%(number)s open cases have it. They stay with their offices and keep their dates.",
        number,
    )
    return sentence % {"number": how_many(number, most)}


#: What offices do of which a town has many: the name of one would stand for all the others. Our packs know these.
FUNCTIONS_OF_MANY: dict[str, Words] = {
    "township-office": _("Government of the township"),
    "village-committee": _("Committee of the village"),
    "one-door": _("Service centre of the place"),
}


def departments(town: Town, level: str) -> list[tuple[str, str]]:
    """The functions that an open office has on this level: by that office's name or, where there are several, by what
    they are.
    """
    found: dict[str, list[OfficeFacts]] = {}
    for office in town.offices.by_id.values():
        if office.is_open and office.place_level == level:
            found.setdefault(office.function, []).append(office)
    said = {function: _called(function, offices) for function, offices in found.items()}
    return sorted(said.items(), key=lambda pair: pair[1])


def _called(function: str, offices: list[OfficeFacts]) -> str:
    words = FUNCTIONS_OF_MANY.get(function) if len(offices) > 1 else None
    return str(words or name_in(offices[0].names, get_language() or ""))


def function_in_words(code: str) -> str:
    """A function that no office has yet; a pack of the town's own may have some without words here."""
    return str(FUNCTIONS_OF_MANY.get(code, code))
