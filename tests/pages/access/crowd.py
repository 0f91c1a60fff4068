"""Everybody who could ask for something, and the cases they ask for: made by the real verbs, with words to look for."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.core import signing
from django.test import Client

from tests import make, make_colleagues
from tests.house.who_sees_what import Viewer
from yimen.cases.models import Case
from yimen.cases.rules import Way
from yimen.cases.story import story_of
from yimen.cases.verbs import add_words
from yimen.cases.writing.papers import written_of
from yimen.files.models import StoredFile
from yimen.kernel.receipts import new_nonce, shown
from yimen.people.models import Staff
from yimen.people.rules import Acting, Operator, Role
from yimen.people.verbs.enrol_staff import enrol_staff
from yimen.privacy.rules import purposes_of
from yimen.public.here import COOKIE
from yimen.search.index import index_cases

LANTERN = "lantern"  # an ordinary word that stands in every foreign case: whoever searches for it finds nothing foreign
#: What a case of the crowd contains; each part carries a mark of its own, "zqlampwords".
PARTS = ("words", "place", "name", "mail", "added", "file")
#: How to reach the resident: no page of the desk shows it to anybody.
REACHING = ("name", "mail")
DEPARTMENT = "KS-urban"


@dataclass(frozen=True)
class Thing:
    """One foreign case, and how each post stands to it; posts that are not named are elsewhere."""

    code: str
    case: Case
    file: int
    has_it: tuple[str, ...]
    above: tuple[str, ...] = ("town-office-supervisor",)
    handed_on: tuple[str, ...] = ()
    paper: int = 1  # the number of what was written about it, if anything was

    def viewer(self, post: str) -> Viewer:
        """How the holder of this post stands to the case."""
        if post in self.has_it:
            return Viewer.HAS_IT
        if post in self.above:
            return Viewer.ABOVE
        return Viewer.HANDED_ON if post in self.handed_on else outsider(post)

    def marks(self, parts: tuple[str, ...] = PARTS) -> list[str]:
        """The words that must not get out."""
        return [f"zq{self.code}{part}" for part in parts]


@dataclass(frozen=True)
class Somebody:
    """A browser, and who sits at it."""

    post: str  # its code, or what this is instead of one
    client: Client
    role: Viewer  # for pages about no case
    is_staff: bool = True
    but: Mapping[str, Viewer] = field(default_factory=dict)  # how they stand to single cases, whatever their post

    def viewer(self, thing: Thing) -> Viewer:
        """How they stand to this case."""
        if not self.is_staff or self.role in {Viewer.NO_POST, Viewer.ON_LEAVE}:
            return self.role
        return self.but.get(thing.code) or thing.viewer(self.post)


def role_of(post: str) -> Role | None:
    """What a post is for, from its code."""
    return next((role for role in sorted(Role, key=len, reverse=True) if post.endswith(role)), None)


def outsider(post: str) -> Viewer:
    """A post that has nothing to do with the case."""
    role = role_of(post)
    if role in {Role.CLERK, Role.HANDLER, Role.SUPERVISOR}:
        return Viewer.ELSEWHERE
    return Viewer.ADMINISTRATOR if role is Role.ADMINISTRATOR else Viewer.OTHER_ROLE


URBAN = ("urban-supervisor", "town-office-supervisor")


def things() -> list[Thing]:
    """Cases of one's own office, another's, below and above, handed on, and about an office; all are in the index."""
    made = [
        _thing("lamp", "case", ("urban-handler",), above=URBAN),
        _thing(
            "handed", "handed_case", ("housing-handler",),
            above=("housing-supervisor", "town-office-supervisor"), handed_on=("urban-handler", "urban-supervisor"),
        ),
        _thing("answered", "answered_case", ("urban-handler",), above=URBAN),
        _thing("accusing", "case", (), accused_office=DEPARTMENT),
        _thing("below", "case", ("urban-handler",), above=URBAN, accused_office="KS-township-office-1"),
        _thing("door", "open_case", ("one-door-clerk",), above=("one-door-supervisor", "town-office-supervisor")),
    ]  # fmt: skip
    index_cases([thing.case.pk for thing in made])
    return made


def one_of(foreign: list[Thing], code: str) -> Thing:
    """The one that is called so."""
    return next(thing for thing in foreign if thing.code == code)


def _thing(
    code: str,
    maker: str,
    has_it: tuple[str, ...],
    *,
    above: tuple[str, ...] = ("town-office-supervisor",),
    handed_on: tuple[str, ...] = (),
    **fields: str,
) -> Thing:
    mark = dict(zip(PARTS, (f"zq{code}{part}" for part in PARTS), strict=True))
    case: Case = getattr(make, maker)(
        words=f"{mark['words']} and the {LANTERN}",
        place_words=mark["place"],
        contact_name=mark["name"],
        email=f"{mark['mail']}@example.org",
        tell=Way.EMAIL,
        files=(make.file(f"{mark['file']} in it".encode(), f"{mark['file']}.txt"),),
        **fields,
    )
    add_words(by=make.resident(case), case=case, text=mark["added"], files=[], at=make.LATER)
    file = StoredFile.objects.get(subject=case.ref).pk
    town = make.town()
    papers = [written.number for written in written_of(case, story_of(case, town), town)]
    return Thing(code, case, file, has_it, above, handed_on, papers[0] if papers else 1)


POSTS = (
    "urban-handler urban-supervisor housing-handler housing-supervisor town-office-supervisor one-door-clerk"
    " one-door-supervisor market-handler one-door-1-clerk township-office-1-handler village-committee-handler"
    " town-office-administrator justice-mediator village-committee-area_lead village-committee-area_adviser"
    " justice-legal_adviser"
).split()
#: Posts that the small town has not got by itself: role and place.
BESIDES = {
    "village-committee-area_adviser": ("village-committee", Role.AREA_ADVISER, "KS0101"),
    "justice-legal_adviser": ("justice", Role.LEGAL_ADVISER, "KS"),
}
#: Those who make up a note of a receipt; what has none is not for them to try.
FORGERS = ("spoilt", "expired")
STRANGERS = ("stranger", *FORGERS, "other", "none")


def somebody(who: str, foreign: list[Thing]) -> Somebody:
    """Whoever this is, at a browser of their own."""
    client = Client(headers={"Accept-Language": "en"})
    if who in STRANGERS:
        return _no_post(who, client, foreign)
    acting = make_colleagues.colleague(who, *BESIDES[who]) if who in BESIDES else make.posted(who)
    return at_a_browser(acting, who, foreign, {})


def at_a_browser(acting: Acting, like: str, foreign: list[Thing], but: Mapping[str, Viewer]) -> Somebody:
    """Signed in, and as if a purpose had been said for everything: a session that remembers too much."""
    client = make.signed_in(Client(headers={"Accept-Language": "en"}), acting)
    session = client.session
    session["purposes"] = {
        f"{acting.post_id}:{thing.case.pk}": next(
            iter(purposes_of(acting.role, is_part=but.get(thing.code) is Viewer.ASKED)), "handle"
        )
        for thing in foreign
    }
    session.save()
    roles = {Role.CLERK: Viewer.HAS_IT, Role.HANDLER: Viewer.HAS_IT, Role.SUPERVISOR: Viewer.ABOVE}
    role = Viewer.ON_LEAVE if like == "on-leave" else roles.get(acting.role, outsider(like))
    return Somebody(like, client, role, but=but)


def _no_post(who: str, client: Client, foreign: list[Thing]) -> Somebody:
    if who == "none":
        make.town()
        pk = enrol_staff(by=Operator(), username="no-post", name="Nobody", language="en", password=None, at=make.MONDAY)
        client.force_login(Staff.objects.get(pk=pk))
        return Somebody(who, client, Viewer.NO_POST)
    if who == "other":
        nonce = new_nonce()
        make.case(nonce=nonce)
        client.post("/follow/", {"receipt": shown(make.receipt(nonce=nonce).code)})
        return Somebody(who, client, Viewer.OTHER_RECEIPT, is_staff=False)
    if who == "spoilt":
        client.cookies[COOKIE] = signing.get_cookie_signer(salt="guessed").sign(str(foreign[0].case.pk))
    if who == "expired":
        signer = signing.get_cookie_signer(salt=f"{COOKIE}yimen.public.receipt")
        old = signer.signature(f"{foreign[0].case.pk}:1hUn5t")
        client.cookies[COOKIE] = f"{foreign[0].case.pk}:1hUn5t:{old}"
    return Somebody(who, client, Viewer.STRANGER, is_staff=False)


#: All of them, by name.
EVERYBODY = (*STRANGERS, *POSTS)
