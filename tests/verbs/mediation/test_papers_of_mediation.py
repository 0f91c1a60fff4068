"""Each paper is for whoever has the keys of its rooms: every paper of every reader is made, and its words are read."""

import io
import json
from datetime import date, timedelta
from typing import Any

import pypdf
import pytest

from tests import make_company
from tests import make_mediation as make_it
from tests.verbs.mediation.test_who_sees_what import _signed, _talk_about_everything
from yimen.kernel.clock import day_of
from yimen.mediation.agreements.rules import Kept
from yimen.mediation.companions.rules import Role
from yimen.mediation.counted.rules import Amount, Form
from yimen.mediation.endings import Ending
from yimen.mediation.papers.file import file_of, stands
from yimen.mediation.papers.making import languages_of, paper_for, papers_for, sheets
from yimen.mediation.papers.rules import given
from yimen.mediation.rooms.inside import WithKeys
from yimen.mediation.rooms.keys import NoKey, Ring
from yimen.mediation.verbs import (
    confirm_rights,
    draft_agreement,
    end_without_agreement,
    follow_to_the_end,
    follow_up,
    note_cover,
    note_for_oneself,
    put_to_signing,
)

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
ON = day_of(make_it.AT)
EN = ("en",)
JOINT = {"cover", "register", "rights", "agreement", "follow-up", "closing", "confirmation", "proof", "court"}
#: What stands on papers for all.
FOR_ALL = (make_it.TASHI, make_it.ZHANG, make_it.SUMMARY, "zqrecord", "zqaccepted", "zqfacts", "zqterms", "zqpromise")
#: What stands on nobody's paper: it is said in a room, and papers are handed around.
ON_NONE = ("zqalone", "zqanswer", "zqjoint", "zqscreen", "zqmine", "zqproposal", "zq139", make_it.REACH)


@pytest.fixture
def talk() -> make_it.Talk:
    """Everything was said that can be said; it was agreed, kept, and has ended."""
    talk = make_it.opened()
    _talk_about_everything(talk)
    _signed(talk)
    for undertaking in talk.written().undertakings:
        follow_up(by=talk.mediator(), undertaking=undertaking, kept=Kept.PARTLY, at=make_it.AT)
    follow_to_the_end(by=talk.mediator(), at=make_it.AT)
    return talk


def said_by(reader: WithKeys, on: date = ON) -> dict[str, str]:
    """All papers of this reader, as what is set on them."""
    file = file_of(reader)
    assert file is not None
    return {
        one.key: json.dumps([sheet.as_data() for sheet in sheets(file, one, EN)], ensure_ascii=False)
        for one in given(stands(file), on)
    }


def in_pdf(content: bytes | None) -> str:
    """What can be read in the file."""
    assert content is not None
    return "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages).replace("\n", " ")


def test_each_reader_has_the_joint_papers_and_its_own(talk: make_it.Talk) -> None:
    for number in (1, 2):
        found, other = said_by(talk.side(number)), 3 - number
        text = " ".join(found.values())
        own = {"application"} if number == 1 else set()
        sessions = {key for key in found if key.startswith("session-")}
        assert set(found) - sessions == JOINT | own
        assert len(sessions) == 3, "the joint one, the caucus that was held, the talk that was noted"
        assert all(mark in text for mark in (*FOR_ALL, f"zqcaucus-{number}", f"zqheld-{number}"))
        assert not any(mark in text for mark in (f"zqcaucus-{other}", f"zqheld-{other}", f"{make_it.WHERE} {other}"))
        assert (make_it.CLAIM in text, make_it.WISH in text) == (number == 1, number == 1)
        assert not any(mark in text for mark in ON_NONE)
    found = said_by(talk.mediator())
    text = " ".join(found.values())
    assert len([key for key in found if key.startswith("session-")]) == 5
    assert all(mark in text for mark in (*FOR_ALL, "zqcaucus-1", "zqheld-1", "zqcaucus-2", "zqheld-2", make_it.CLAIM))
    assert not any(mark in text for mark in ON_NONE)


def test_the_file_itself_says_no_more_and_another_sides_paper_is_not_there(talk: make_it.Talk) -> None:
    one, two, mediator = talk.side(1), talk.side(2), talk.mediator()
    keys = [given.key for given in papers_for(one, ON)]
    text = " ".join(in_pdf(paper_for(one, key, EN, ON)) for key in keys if key != "court")
    assert all(mark in text for mark in ("zqcaucus-1", "zqheld-1", "zqsigned 2", talk.written().digest[:16]))
    assert not any(mark in text for mark in ("zqcaucus-2", "zqheld-2", *ON_NONE))
    others = {given.key for given in papers_for(mediator, ON)} - set(keys)
    assert len(others) == 2
    for key in (*others, "session-0", "nothing", ""):
        assert paper_for(one, key, EN, ON) is None
    assert paper_for(two, "application", EN, ON) is None
    assert paper_for(one, "cover", (), ON) is None, "no such language"
    _none_without_keys(talk)


def _none_without_keys(talk: make_it.Talk) -> None:
    asked = make_it.asked()
    with pytest.raises(NoKey):
        papers_for(asked.invited(), ON)  # type: ignore[arg-type]  # the type checker refuses it too
    head: Any = talk.head()
    with pytest.raises(NoKey):
        papers_for(head, ON)
    mediator = talk.mediator()
    forgotten = type(mediator)(mediator.mediation, mediator.acting, Ring(talk.pk, {}))
    assert papers_for(forgotten, ON) == []
    assert papers_for(make_it.applied().side(1), ON) == [], "nothing before it has a number"


def test_the_same_content_is_the_same_bytes_for_everybody(talk: make_it.Talk) -> None:
    readers: list[WithKeys] = [talk.side(1), talk.side(2), talk.mediator()]
    two = languages_of("bo-zh")
    assert set(two) == {"bo", "zh-hans"}
    made = [paper_for(reader, "agreement", two, ON) for reader in readers]
    later = talk.mediator(make_it.AT + timedelta(days=3))
    assert {paper_for(later, "agreement", two, ON), *made} == {made[0]}
    assert b"NotoSerifTibetan" in (made[0] or b"")
    assert b"NotoSerifSC" in (made[0] or b"")
    _all_that_the_court_needs(talk)


def _all_that_the_court_needs(talk: make_it.Talk) -> None:
    """Application, agreement and proof, in this order, in one file."""
    content = paper_for(talk.side(2), "court", EN, ON)
    text = in_pdf(content)
    titles = ("Application to confirm", "Mediation agreement", "Statement that a dispute was mediated")
    places = [text.index(title) for title in titles]
    assert places == sorted(places)
    assert len(pypdf.PdfReader(io.BytesIO(content or b"")).pages) >= 3
    over = ON + timedelta(days=31)
    assert paper_for(talk.side(2), "court", EN, over) is None
    assert paper_for(talk.side(2), "proof", EN, over) is not None


def test_before_all_have_signed_it_is_printed_to_be_signed() -> None:
    talk = make_it.opened()
    note_cover(by=talk.mediator(), form=Form.ORAL, amount=Amount.TO_1000, at=make_it.AT)
    for number in (1, 2):
        confirm_rights(by=talk.side(number), at=make_it.AT)
    draft_agreement(by=talk.mediator(), text=make_it.text(), at=make_it.AT)
    put_to_signing(by=talk.mediator(), at=make_it.AT)
    said = said_by(talk.side(1))
    assert "Not in force yet" in said["agreement"]
    assert "Register of an oral agreement" in said["agreement"]
    assert "up to 1,000" in said["cover"]
    assert not {"proof", "court", "confirmation", "closing"} & set(said)


def test_that_a_side_was_not_safe_stands_on_no_paper() -> None:
    talk = make_it.opened()
    note_for_oneself(by=talk.mediator(), words="zqmine", at=make_it.AT)
    end_without_agreement(by=talk.mediator(), ending=Ending.UNSUITABLE, at=make_it.AT)
    for reader in (talk.side(1), talk.mediator()):
        said = said_by(reader)
        assert "There is no agreement." in said["closing"]
        assert "court" in said["closing"].lower()
        assert "safe" not in said["closing"] + said["cover"]


def test_whoever_acts_for_a_side_stands_on_its_papers_and_whoever_is_beside_it_on_the_cover() -> None:
    talk = make_it.opened()
    make_company.code_of(talk, Role.REPRESENTATIVE, side=2)
    make_company.code_of(talk, Role.SUPPORTER, side=1)
    make_company.wanted(talk, Role.EXPERT, side=1)  # nobody has agreed to them yet
    found = said_by(talk.side(1))
    acts, beside = "zqcompany-representative-2", "zqcompany-supporter-1"
    assert (acts in found["cover"], beside in found["cover"]) == (True, True)
    assert (acts in found["register"], beside in found["register"]) == (True, False)
    assert "zqcompany-expert-1" not in " ".join(found.values())
