"""The sections of the desk: what stands in the head of every page, and what an administrator finds under "The town".

A new section, or one more page of the town, is one line here.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from yimen.cases.policies import LOOKING_ROLES
from yimen.cases.together.rules import ADVISING
from yimen.desk.words import Words
from yimen.knowledge.policies import WRITING_ROLES
from yimen.people.rules import Role

EVERYBODY = frozenset(Role)
ADMINISTRATORS = frozenset({Role.ADMINISTRATOR})


@dataclass(frozen=True)
class Section:
    """A page that begins a part of the desk, and the roles that have it."""

    page: str  # the name of its address
    words: Words
    roles: frozenset[Role] = EVERYBODY
    lead: Words = ""  # what one finds there; for pages of the town


#: In the head of every page of the desk.
SECTIONS = (
    Section("desk", _("Cases"), LOOKING_ROLES),
    Section("desk_queue", _("Queue"), frozenset({Role.CLERK})),
    Section("desk_video", _("Video"), frozenset({Role.CLERK})),
    Section("desk_taking_in", _("Take in"), frozenset({Role.CLERK})),
    Section("desk_phone", _("Telephone"), frozenset({Role.CLERK})),
    Section("desk_search", _("Search"), LOOKING_ROLES),
    Section("desk_texts", _("Answers"), WRITING_ROLES),
    Section("desk_overview", _("Overview"), LOOKING_ROLES),
    Section("desk_mediations", _("Mediation"), frozenset({Role.MEDIATOR})),
    Section("desk_exports", _("Exports"), LOOKING_ROLES),
    Section("desk_asked", _("Asked of you"), frozenset(ADVISING)),
    Section("desk_town", _("The town"), ADMINISTRATORS),
)
#: Under "The town".
TOWN = (
    Section(
        "desk_offices",
        _("Offices and posts"),
        ADMINISTRATORS,
        _("Open an office, change what residents read of it, set up posts, and say who holds them."),
    ),
    Section(
        "desk_villages",
        _("A new village"),
        ADMINISTRATORS,
        _("From its name to “Who serves me?”, step by step, and what is missing."),
    ),
    Section(
        "desk_areas",
        _("Areas"),
        ADMINISTRATORS,
        _("Redraw, split, merge or end an area from a day on; take areas in and out as GeoJSON."),
    ),
    Section(
        "desk_committees",
        _("Mediation committees"),
        ADMINISTRATORS,
        _("Who mediates: committees, their seats with terms, their studios. What is said there nobody reads here."),
    ),
    Section("desk_staff", _("Staff"), ADMINISTRATORS, _("Enrol somebody, give a new password, or release somebody.")),
    Section(
        "desk_coverage",
        _("Coverage"),
        ADMINISTRATORS,
        _("Which areas have their area lead, area adviser and legal adviser, and which lack one."),
    ),
    Section(
        "desk_calendar",
        _("The town’s own days"),
        ADMINISTRATORS,
        _("Days on which the town rests or works although the country does not. Dates of open cases follow."),
    ),
    Section(
        "desk_reading",
        _("Unusual reading"),
        ADMINISTRATORS,
        _("Hours in which one post opened very many cases. It watches reading, never residents."),
    ),
    Section(
        "desk_staff_sign_in",
        _("Sign-ins of staff"),
        ADMINISTRATORS,
        _("End the sign-ins of somebody, and say who they are at the town’s own sign-in server."),
    ),
    Section(
        "desk_categories",
        _("Categories"),
        ADMINISTRATORS,
        _("What a case can be about: names, procedure, limit, and whether residents can choose it."),
    ),
    Section("desk_remits", _("Who answers for what"), ADMINISTRATORS, _("Which department gets the new cases.")),
    Section("desk_limits", _("Limits"), ADMINISTRATORS, _("How long each step may take, and the law that says so.")),
    Section("desk_procedures", _("Procedures"), ADMINISTRATORS, _("Which limits run, and what stops them.")),
    Section("desk_doors", _("Other doors"), ADMINISTRATORS, _("Where matters go that do not belong here, and why.")),
    Section("desk_letters", _("Letters"), ADMINISTRATORS, _("The words in which residents are told.")),
)


def sections_for(role: Role, here: str, of: tuple[Section, ...] = SECTIONS) -> Iterator[dict[str, object]]:
    """The sections that this role has, with their addresses; the one that ``here`` names is marked."""
    for section in of:
        if role in section.roles:
            words, lead = section.words, section.lead
            yield {"url": reverse(section.page), "words": words, "lead": lead, "is_here": section.page == here}
