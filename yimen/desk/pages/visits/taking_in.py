"""Taking a case in at the counter or on the telephone: the form, reading it back, and the receipt on paper."""

from dataclasses import dataclass, field

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, gettext, override

from yimen.calls.spoken import read_out
from yimen.cases.joint.words import CONSENT
from yimen.cases.needs.words import in_words as needs_in_words
from yimen.cases.rules import Channel
from yimen.cases.same.lines import lines_for
from yimen.cases.verbs import Receipt
from yimen.cases.words import KINDS, WAYS
from yimen.deadlines.terms import terms_of
from yimen.deadlines.words import explain
from yimen.desk.acting import AtDesk, at_desk
from yimen.desk.taking.files import bounds, uploads_of
from yimen.desk.taking.form import TakingIn
from yimen.desk.taking.held import held
from yimen.desk.words import said
from yimen.files.rules import ACCEPT
from yimen.intake.channels.visit import TOLD, bring_by_clerk
from yimen.intake.files import FileRefused
from yimen.intake.policies import may_take_in
from yimen.intake.verbs import tell_door
from yimen.kernel.languages import name_in
from yimen.kernel.qr import qr_code
from yimen.kernel.receipts import shown
from yimen.kernel.verdict import Refused
from yimen.routing.queries import DoorFacts

#: Of what was sent this does not go along: buttons, and what stood beside the form.
NOT_CARRIED = frozenset({"csrfmiddlewaretoken", "read", "do", "line", "receipt", "back"})


@dataclass(frozen=True)
class Frame:
    """What stands around the form: nothing at the counter; on the telephone, what a call needs."""

    template: str = "desk/visits/taking_in.html"
    channel: Channel = TOLD[0]
    seen: dict[str, object] = field(default_factory=dict)

    def urgent(self, request: AtDesk) -> list[DoorFacts]:
        """Whom to call at once where somebody is in danger."""
        return [one for one in request.town.catalogue.doors.values() if one.is_urgent]


@at_desk
def page(request: AtDesk) -> HttpResponse:
    """At the counter."""
    if not may_take_in(request.acting):
        raise Http404
    return take_in(request, Frame())


def take_in(request: AtDesk, frame: Frame) -> HttpResponse:
    """The form; what was understood, to be read to the resident; after their yes, the receipt. It is shown once."""
    sent = request.POST if request.method == "POST" else None
    form = TakingIn(sent, town=request.town, initial=_begun(request, frame))
    if not form.is_valid() or "change" in request.POST:
        return _form(request, frame, form)
    try:
        if door := other_door(request, form):
            tell_door(by=request.acting, door=door.code, at=request.at)
            return _form(request, frame, form, door)
        if "right" not in request.POST:
            return _read_back(request, form)
        receipt = _brought(request, form)
    except FileRefused as refused:
        return _read_back(request, form, said(refused.verdict))
    except Refused as refused:
        form.add_error(None, said(refused.verdict))
        return _form(request, frame, form)
    return receipt_page(request, receipt)


def _brought(request: AtDesk, form: TakingIn) -> Receipt:
    """With the papers and photos they brought along, chosen last: a browser keeps none from page to page."""
    uploads, sent = uploads_of(request), form.submission()
    return bring_by_clerk(by=request.acting, sent=sent, uploads=uploads, at=request.at, town=request.town)


def _begun(request: AtDesk, frame: Frame) -> dict[str, object]:
    """The way it came, the language of the number or call, and what somebody needs, go along."""
    asked = request.GET
    begun: dict[str, object] = {"channel": asked.get("by") or frame.channel.value, "language": asked.get("for", "")}
    begun["needs"] = asked.get("needs", "").split()
    return {name: value for name, value in begun.items() if value}


def _form(request: AtDesk, frame: Frame, form: TakingIn, door: DoorFacts | None = None) -> HttpResponse:
    seen = {"form": form, "door": door, "urgent": frame.urgent(request), "lists": form.lists()}
    return render(request, frame.template, frame.seen | seen)


def other_door(request: AtDesk, form: TakingIn) -> DoorFacts | None:
    """Where it belongs instead, if its category says so."""
    category = request.town.catalogue.leaf(form.cleaned_data["category"])
    return request.town.catalogue.doors.get(category.door_code) if category else None


def _read_back(request: AtDesk, form: TakingIn, why_not: str = "") -> HttpResponse:
    """All of it in the resident's language, large, for turning the screen around."""
    given, town = form.cleaned_data, request.town
    language = given["language"]
    category = town.catalogue.leaf(given["category"])
    place = town.places.by_code.get(given["place"])
    accused = town.offices.by_code.get(given["about_office"])
    with override(language):
        where = [name_in(place.names, language) if place else "", given["place_words"]]
        rows = [
            (gettext("What is it?"), gettext(KINDS[form.submission().kind])),
            (gettext("What is it about?"), name_in(category.names, language) if category else gettext("Left open")),
            (gettext("Where?"), " · ".join(part for part in where if part) or gettext("Not said")),
            (gettext("How shall we tell you?"), gettext(WAYS[form.submission().tell])),
            *((label, given[name]) for name, label in _reach() if given[name]),
            *([(gettext("What we see to"), needs_in_words(" ".join(given["needs"])))] if given["needs"] else []),
            *(
                [(gettext("Brought for you by somebody else"), gettext(CONSENT[given["consent"]]))]
                if given["consent"]
                else []
            ),
            *([(gettext("How many others stand with you?"), str(given["others"]))] if given["others"] else []),
            *([(gettext("A complaint about"), name_in(accused.names, language))] if accused else []),
        ]
    sent = [(name, value) for name, values in request.POST.lists() for value in values]
    typed = [(name, value) for name, value in sent if name not in NOT_CARRIED]
    seen = {"form": form, "words": given["words"], "language": language, "rows": rows, "typed": typed}
    seen |= {"why_not": why_not, "accept": ACCEPT, "bounds": bounds(), "is_call": given["channel"] == Channel.PHONE}
    return render(request, "desk/visits/read_back.html", seen)


def _reach() -> list[tuple[str, str]]:
    return [
        ("phone", gettext("Mobile number")),
        ("email", gettext("E-mail")),
        ("postal", gettext("Address for letters on paper")),
        ("contact_name", gettext("Your name")),
    ]


def receipt_page(request: AtDesk, receipt: Receipt, told: str = "") -> HttpResponse:
    """For a roll of 58 or 80 millimetres or a sheet, in the resident's language.

    ``told``: what has just been said of it; the receipt stays on the screen.
    """
    case = receipt.case
    follow, join = (request.build_absolute_uri(reverse(page)) for page in ("follow", "join"))
    terms = [] if case.ended_at else receipt.terms or terms_of(case.ref)
    term = min(terms, key=lambda t: t.due_on, default=None)
    office = request.town.offices.by_id[case.office_id]
    seen = {
        "is_letter": case.channel == Channel.LETTER,
        "is_call": case.channel == Channel.PHONE,
        "read_out": read_out(receipt.code, case.language),
        "receipt": receipt,
        "case": case,
        "slip": _slip(follow, receipt.code),
        "helper": _slip(follow, receipt.helpers) if receipt.helpers else None,
        "invitations": [_slip(join, code) for code in receipt.invitations],
        "join": join,
        "follow": follow,
        "office": office,
        "term": term,
        "explanation": explain(term, case.language) if term else "",
        "told": told,
        "too": [] if told or case.consent else lines_for(request.acting, case, request.town, get_language() or ""),
        "held": held(request, receipt),
    }
    return render(request, "desk/visits/receipt.html", seen)


def _slip(follow: str, code: str) -> dict[str, object]:
    """A code to be read, heard and scanned. It stands behind the #, which browsers do not send to any server."""
    return {"groups": shown(code).split("-"), "spoken": " ".join(code), "qr": qr_code(f"{follow}#{shown(code)}")}
