"""Every letter that is promised has its words in every language of every pack, and every journal code its sentence."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.house.tree import ROOT, first_words, modules, parsed
from yimen.cases.words import TIMELINE
from yimen.kernel.languages import LANGUAGES
from yimen.reactions import REACTIONS

PACKS = ROOT / "packs"
#: Journal codes that no resident's timeline shows begin with these: they are about the town, not about a case.
ABOUT_A_CASE = "case."


def promised(tree: ast.AST) -> set[str]:
    """The codes of the letters that this file promises: ``promise_letter("case-received", …)``, ``tell(case, "…")``."""
    return {
        code for code in first_words(tree, "promise_letter", "tell", "tell_one", "tell_all", "tell_side") if "-" in code
    }


def recorded(tree: ast.AST) -> set[str]:
    """The codes that this file writes into the journal."""
    return {code for code in first_words(tree, "record", "entry") if "." in code}


def missing_letters(codes: set[str], pack: Path, languages: tuple[str, ...]) -> Iterator[str]:
    """Letters of this pack that have no words."""
    for code in sorted(codes):
        for language in languages:
            if not (pack / "letters" / language / f"{code}.txt").is_file():
                yield f"{pack.name}: {code} in {language}"


def test_every_promised_letter_has_its_words_in_every_language() -> None:
    codes = set().union(*(promised(parsed(p)) for p in modules()))
    assert codes, "no letter is promised anywhere: the walk is blind"
    packs = [p for p in sorted(PACKS.iterdir()) if p.is_dir()]
    languages = {p: tuple(sorted(f.name for f in (p / "letters").iterdir() if f.is_dir())) for p in packs}
    assert [line for p in packs for line in missing_letters(codes, p, languages[p])] == []
    assert languages[PACKS / "cn"] == tuple(sorted(LANGUAGES))


def test_no_letter_lies_about_that_nobody_promises() -> None:
    codes = set().union(*(promised(parsed(p)) for p in modules()))
    assert sorted({p.stem for p in PACKS.glob("*/letters/*/*.txt")} - codes) == []


def test_every_journal_code_of_a_case_has_its_sentence_in_the_timeline() -> None:
    codes = set().union(*(recorded(parsed(p)) for p in modules()))
    assert {code for code in codes if code.startswith(ABOUT_A_CASE)} == set(TIMELINE)


def test_a_reaction_waits_for_something_that_can_happen() -> None:
    codes = set().union(*(recorded(parsed(p)) for p in modules()))
    assert set(REACTIONS) - codes == set()


def test_the_guards_bite(tmp_path: Path) -> None:
    assert promised(ast.parse('tell(case, "case-lost", at=at)')) == {"case-lost"}
    assert promised(ast.parse('promise_letter("case-a" if x else "case-b", at=at)')) == {"case-a", "case-b"}
    assert recorded(ast.parse('CODE = "case.lost"\nrecord(CODE, at=at)')) == {"case.lost"}
    assert list(missing_letters({"case-lost"}, tmp_path, ("en", "bo"))) == [
        f"{tmp_path.name}: case-lost in en",
        f"{tmp_path.name}: case-lost in bo",
    ]
