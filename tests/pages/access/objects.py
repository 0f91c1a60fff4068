"""Things that are no cases and belong to somebody: one row of each, and the posts whose work it is."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from allauth.mfa.models import Authenticator
from django.db.models import Model

from tests import make, make_mediation, make_scans, make_video
from tests.make_areas import split_in_two
from tests.make_calls import wish
from tests.make_colleagues import post_id, shared_case
from tests.make_mail import held, mail
from tests.verbs.exports.asked import agreed
from tests.verbs.knowledge.texts import written
from yimen.cases.rules import Way
from yimen.cases.verbs import ask_adviser
from yimen.exports.verbs import Wish
from yimen.intake.models import Sheet
from yimen.kernel import clock
from yimen.kernel.clock import day_of
from yimen.knowledge.models import Text
from yimen.knowledge.rules import Use
from yimen.meetings.models import Slide
from yimen.meetings.slides import show
from yimen.notifications.models import Letter
from yimen.people.models import Office, Post, Staff
from yimen.redraws.models import Redraw
from yimen.redraws.verbs.draft_redraw import draft_redraw
from yimen.supervision.calls.preparing import prepare_calls
from yimen.supervision.models import CallBack

MARK = "zqforeign"
ADMINISTRATORS = frozenset({"town-office-administrator"})
CHIEFS = frozenset({"urban-supervisor", "town-office-supervisor"})


@dataclass(frozen=True)
class Owned:
    """A row, the posts whose work it is, and the case in whose address it stands, if in one."""

    row: Model
    owners: frozenset[str]
    case: int = 1

    def now(self) -> dict[str, Any]:
        """How it stands in its table."""
        return type(self.row)._base_manager.filter(pk=self.row.pk).values().get()


def _enquiry() -> Owned:
    case, enquiry = shared_case(words=f"{MARK} lamp")
    return Owned(enquiry, CHIEFS | {"urban-handler"}, case.pk)


def _call() -> Owned:
    now = clock.now()
    fields = {"words": f"{MARK} lamp", "phone": "13900000000", "contact_name": f"{MARK} name"}
    make.answered_case(at=now - timedelta(days=8), tell=Way.SMS, **fields)
    prepare_calls(now)
    call = CallBack.objects.get()
    return Owned(call, frozenset({f"{make.office_code(make.posted_at(call.desk_id)).removeprefix('KS-')}-clerk"}))


def _arrival() -> Owned:
    return Owned(held(mail(f"{MARK} lamp", sender="")), frozenset({"one-door-clerk"}))


def _wish() -> Owned:
    return Owned(wish(at=clock.now(), about=f"{MARK} pension"), frozenset({"one-door-clerk"}))


def _posting() -> Owned:
    make.case(words=f"{MARK} lamp", tell=Way.POST, postal=f"{MARK} road 1")
    return Owned(Letter.objects.get(to_post_at__isnull=False), frozenset({"one-door-clerk"}))


def _scan() -> Owned:
    scan = make_scans.scan(1)
    Sheet.objects.update(text=f"{MARK} lamp", state="read", next_at=None)
    return Owned(scan, frozenset({"one-door-clerk"}))


def _sheet() -> Owned:
    return Owned(_scan().row.sheets.get(), frozenset({"one-door-clerk"}))  # type: ignore[attr-defined] # of a letter


def _video_call() -> Owned:
    return Owned(make_video.taken(make_video.waiting()), frozenset({"one-door-clerk"}))


def _slide() -> Owned:
    """Only whoever has a link and is in the call sees it: nobody by its number alone."""
    key = make_video.waiting()
    make_video.taken(key)
    show(make_video.seat(key), f"{MARK}.png", "image/png", MARK.encode())
    return Owned(Slide.objects.get(), frozenset())


def _redraw() -> Model:
    by = make.administrator()
    pk = draft_redraw(by=by, plan=split_in_two(), from_on=day_of(make.MONDAY), at=make.MONDAY)
    found: Model = Redraw.objects.get(pk=pk)
    return found


def _of_the_town(row: Callable[[], Model]) -> Callable[[], Owned]:
    return lambda: Owned(row(), ADMINISTRATORS)


def _mediation() -> Owned:
    talk = make_mediation.opened(claim=f"{MARK} wall", others=(f"{MARK} Zhang",))
    return Owned(talk.row, frozenset({"justice-mediator"}))


def _sitting() -> Owned:
    return Owned(make_mediation.planned(make_mediation.opened()), frozenset({"justice-mediator"}))


def _export() -> Owned:
    """Agreed to, with contacts, and not taken yet: names and telephones leave the town in it."""
    make.case(words=f"{MARK} lamp", contact_name=f"{MARK} name", tell=Way.SMS, phone="13900000000")
    wish = Wish(purpose="take_meeting", why=f"{MARK} meeting", with_contacts=True)
    return Owned(agreed(clock.now(), wish), CHIEFS | {"urban-handler"})


def _text(use: Use) -> Text:
    """A draft of the urban management; nobody outside reads it before it is published."""
    return written(use, {"en": {"title": f"{MARK} title", "body": f"{MARK} body"}})


def _template() -> Owned:
    return Owned(_text(Use.ANSWER), CHIEFS | ADMINISTRATORS | {"urban-handler"})


def _advice() -> Owned:
    """A question to the area lead. Whoever put it reads it with the case, and not here."""
    case = make.accepted_case()
    post = post_id("village-committee-area_lead")
    enquiry = ask_adviser(by=make.handler(), case=case, post_id=post, question=f"{MARK} path", at=make.LATER)
    return Owned(enquiry, frozenset({"village-committee-area_lead"}))


def _key() -> Owned:
    """A passkey of somebody's, with the name that they gave it."""
    staff = make.handler("housing").staff_id
    kind = Authenticator.Type.WEBAUTHN
    return Owned(
        Authenticator.objects.create(user_id=staff, type=kind, data={"name": f"{MARK} key", "credential": {}}),
        frozenset({"housing-handler"}),
    )


def _leave() -> Owned:
    """A post of housing, to go on leave from."""
    return Owned(
        Post.objects.get(code="housing-handler"),
        ADMINISTRATORS | {"housing-handler", "housing-supervisor", "town-office-supervisor"},
    )


#: Each part of an address that is a number, and the row behind it; by the name of the address where the same part
#: stands for something else than elsewhere.
OBJECTS: dict[str, Callable[[], Owned]] = {
    "enquiry": _enquiry,
    "call": _call,
    "arrival": _arrival,
    "wish": _wish,
    "posting": _posting,
    "scan": _scan,
    "meeting": _video_call,
    "sheet": _sheet,
    "slide": _slide,
    "office": _of_the_town(lambda: Office.objects.get(code="KS-housing")),
    "post": _of_the_town(lambda: Post.objects.get(code="housing-handler")),
    "redraw": _of_the_town(_redraw),
    "mediation": _mediation,
    "sitting": _sitting,
    "committee": _of_the_town(make_mediation.committee),
    "desk_export": _export,
    "desk_text": _template,
    "answer": lambda: Owned(_text(Use.ENTRY), frozenset()),
    "desk_enquiry": _advice,
    "desk_leave_from": _leave,
    "mfa_edit_webauthn": _key,
    "mfa_remove_webauthn": _key,
    "staff": _of_the_town(lambda: Staff.objects.get(pk=make.handler("transport").staff_id)),
}
