"""The catalogues: they hold what the code says, lose no place, and write Chinese and Tibetan as these are written."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from django.utils import translation

from tests.house import wording
from tests.house.banned import IN_CHINESE
from tests.house.tree import ROOT
from yimen.kernel.catalogues import compile_catalogues
from yimen.public.forms import SENTENCES

LANGUAGES = ("bo", "en", "zh_Hans")
PLACE = re.compile(r"%\(\w+\)[sd]|\$[a-z_]+|<[^>]+>|%(?!\()")
#: Django's own sentences repeat what was typed; ours need not.
DJANGOS = {str(sentence) for sentence in SENTENCES}
#: The packages whose sentences a resident can meet. What stands in for a missing one is Chinese, read out as Tibetan.
RESIDENTS = tuple(
    f"yimen/{name}/"
    for name in (
        *("public", "cases", "mediation", "meetings", "video", "visits", "notifications", "calls", "kernel"),
        *("files", "privacy", "deadlines", "knowledge", "routing", "search", "papers"),
    )
)
#: The page of all components is for who builds Yimen, not for residents.
FOR_BUILDERS = frozenset({"yimen/public/templates/public/components.html"})
FIRM_TSHEG, TSHEG = "\u0f0c", "\u0f0b"
#: A place with a particle behind it whose form hangs on the word that will stand there, and names end in a shad.
CASE_AFTER_PLACE = re.compile(r"(?:%\(\w+\)[sd]|\$\w+|\$\{\w+\})[”\"]? ?(?!ཡི་གེ)(?:གི|ཀྱི|གྱི|ཡི|འི)ས?(?=[་།\s]|$)")


def forms(message: Message) -> Iterator[tuple[str, str]]:
    """Each form of a sentence with its translation, where there is one."""
    sources, translated = wording.several(message.id), wording.several(message.string)
    yield from ((sources[min(n, len(sources) - 1)], words) for n, words in enumerate(translated) if words)


def said(language: str) -> list[tuple[str, str]]:
    """All translated sentences of a language."""
    catalogue = wording.opened(wording.catalogues()[language])
    return [pair for message in catalogue if message.id for pair in forms(message)]


def misplaced(source: str, words: str) -> bool:
    """Whether a place, a tag or a %% of the source is missing here, or one stands here that the source has not."""
    return source not in DJANGOS and sorted(PLACE.findall(source)) != sorted(PLACE.findall(words))


def met_without_a_draft(catalogue: Catalog) -> list[str]:
    """The sentences of the residents' side that nobody has drafted, or that only a guess stands for."""
    return [
        wording.several(message.id)[0]
        for message in catalogue
        if message.id and (message.fuzzy or not all(wording.several(message.string)))
        if any(path.startswith(RESIDENTS) and path not in FOR_BUILDERS for path, _line in message.locations)
    ]


def chinese_slips(words: str) -> list[str]:
    """What a printer would strike out in Chinese."""
    plain = PLACE.sub("", words)
    found = [f"ASCII {sign}" for sign in "'\"" if sign in plain]
    found += ["half-width sign after a Chinese one"] * bool(re.search(r"[\u4e00-\u9fff][,;:!?]", plain))
    found += ["blank between Chinese signs"] * bool(re.search(r"[\u4e00-\u9fff，。；：？！] [\u4e00-\u9fff]", plain))
    return found + [f"banned: {word}" for word in IN_CHINESE if word in words]


def tibetan_slips(words: str) -> list[str]:
    """What a printer would strike out in Tibetan: the shad stands after ng with a tsheg, after k and g not at all."""
    plain = PLACE.sub("x", words)
    slips = {
        "not NFC": unicodedata.normalize("NFC", words) != words,
        "a tsheg that does not break (U+0F0C)": FIRM_TSHEG in words,
        "two tshegs": TSHEG * 2 in plain,
        "tsheg before shad": re.search(r"(?<!ང)་།", plain),
        "no tsheg between ng and shad": "ང།" in plain,
        "shad after k or g": re.search(r"[ཀག]།", plain),
        "shad without a blank after it": re.search(r"།[ཀ-ཬ]", plain),
        "ASCII quotation marks": re.search(r"[\"']", plain),
        "case particle right after a place": CASE_AFTER_PLACE.search(words),
        "Chinese signs": re.search(r"[\u3001-\u303f\u4e00-\u9fff\uff00-\uffef]", plain),
    }
    return [slip for slip, found in slips.items() if found]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_catalogue_is_what_the_code_says(language: str) -> None:
    path, source = wording.catalogues()[language], wording.sentences()
    assert wording.renewed(path, source) == path.read_text(encoding="utf-8"), (
        "run bin/words, then translate what is new"
    )


def test_every_sentence_is_said_in_chinese() -> None:
    assert wording.unsaid(wording.catalogues()["zh_Hans"]) == []


def test_what_tibetan_lacks_is_counted_and_shown_in_chinese() -> None:
    path = wording.catalogues()["bo"]
    missing = wording.unsaid(path)
    print(f"{len(missing)} of {len(wording.opened(path))} sentences are missing in Tibetan")
    assert "DRAFT" in path.read_text(encoding="utf-8").partition("\n\n")[0]
    compile_catalogues()
    with translation.override("bo"):
        assert translation.gettext("Send") == "སྐུར་བ།"
        empty = [sentence for sentence in missing if translation.gettext(sentence) == sentence]
        assert empty == []
        in_tibetan = translation.gettext("There are two columns of this name.")
    with translation.override("zh-hans"):
        assert in_tibetan == translation.gettext("There are two columns of this name.")


def test_no_sentence_that_a_resident_meets_lacks_its_tibetan_draft() -> None:
    assert met_without_a_draft(wording.opened(wording.catalogues()["bo"])) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_place_and_no_tag_is_lost(language: str) -> None:
    assert [pair for pair in said(language) if misplaced(*pair)] == []


@pytest.mark.parametrize(("language", "slips"), [("zh_Hans", chinese_slips), ("bo", tibetan_slips)])
def test_the_words_are_written_as_the_language_is(language: str, slips: Callable[[str], list[str]]) -> None:
    assert [(words, slips(words)) for _source, words in said(language) if slips(words)] == []


def test_tibetan_letters_are_written_so_too() -> None:
    letters = sorted(ROOT.glob("packs/*/letters/bo/*.txt"))
    assert letters
    found = {f"{each.parts[-4]}/{each.name}": tibetan_slips(each.read_text(encoding="utf-8")) for each in letters}
    assert {name: slips for name, slips in found.items() if slips} == {}


def test_one_form_serves_all_numbers_in_chinese_and_tibetan() -> None:
    for language in ("zh_Hans", "bo"):
        assert wording.opened(wording.catalogues()[language]).num_plurals == 1


def test_marked_sentences_are_found_wherever_they_stand() -> None:
    code = """# Translators: a hint
one = _("One")
ngettext("%(n)s day", "%(n)s days", n)
gettext(names["en"])
later(f"a{b}")"""
    assert list(wording.said_in_code(code)) == [
        ("One", "Translators: a hint", None),
        (("%(n)s day", "%(n)s days"), "", None),
    ]
    page = """{% load i18n %}{{ town|default:_("One door") }}{% include "a" with text=_("Send") %}
        {% translate "It's" as its %}{% translate kind %}{% blocktranslate trimmed with a=b %}
        To {{ a }} and
        back {% endblocktranslate %}
        {% blocktranslate count n=x %}{{ n }} day{% plural %}{{ n }} days{% endblocktranslate %}"""
    words = [found[0] for found in wording.said_on_page(page)]
    assert words == ["One door", "Send", "It's", "To %(a)s and back", ("%(n)s day", "%(n)s days")]


def test_translations_stay_changed_ones_are_looked_at_again_and_vanished_ones_go(tmp_path: Path) -> None:
    path = tmp_path / "zh_Hans" / "LC_MESSAGES" / "django.po"
    path.parent.mkdir(parents=True)
    head = '# A note.\nmsgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"'
    said_before = (("Send it", "提交"), ("Keep", "保留"), ("Please wait for a minute", "请等一分钟"))
    entries = [head, *(f'# read by somebody\nmsgid "{en}"\nmsgstr "{zh}"' for en, zh in said_before)]
    path.write_text("\n\n".join(entries) + "\n", encoding="utf-8")
    source = Catalog()
    for words in ("Send it", "Please wait for a minute!", "Quite another thing"):
        source.add(words, locations=[("a.py", 7)])
    path.write_text(renewed := wording.renewed(path, source), encoding="utf-8")
    assert wording.renewed(path, source) == renewed
    assert renewed.startswith(head)
    assert "# read by somebody\n" in renewed
    assert "Keep" not in renewed
    assert "a.py:7" not in renewed
    assert wording.unsaid(path) == ["Please wait for a minute!", "Quite another thing"]
    compile_catalogues(tmp_path)
    assert "提交".encode() in path.with_suffix(".mo").read_bytes()
    assert "请等一分钟".encode() not in path.with_suffix(".mo").read_bytes()


def test_the_guard_of_drafts_sees_an_empty_sentence_and_a_guess() -> None:
    catalogue = Catalog(locale="bo")
    catalogue.add("Empty", locations=[("yimen/public/a.py", 0)])
    catalogue.add("Guessed", "ལན།", flags=["fuzzy"], locations=[("yimen/desk/a.py", 0), ("yimen/video/a.py", 0)])
    catalogue.add("Drafted", "ལན།", locations=[("yimen/public/a.py", 0)])
    catalogue.add("Only at the desk", locations=[("yimen/desk/a.py", 0)])
    assert met_without_a_draft(catalogue) == ["Empty", "Guessed"]


def test_the_guards_bite() -> None:
    assert misplaced("To %(a)s", "至%(b)s")
    assert misplaced("<b>%(a)s</b>", "<b>%(a)s</i>")
    assert not misplaced("%(a)s of %(b)s", "%(b)s：%(a)s")
    assert chinese_slips("他说'是'")
    assert chinese_slips("请写身份证号")
    for wrong in ("ང།", "ཡོད་།", "འཇུག།", "ཡོད།ང་ཚོ", "ཡོད༌", "ཡོད་་དེ", "\u0f69"):
        assert tibetan_slips(wrong), wrong
    for wrong in ("%(office)s ཡིས་འདྲི།", "$office ཡི་ལན།", "${office}གི་ལན།", "“%(name)s”ཀྱི་ནང་དོན།"):
        assert tibetan_slips(wrong) == ["case particle right after a place"]
    assert tibetan_slips("ཡི་གེ %(number)s ཡི་གེ") == []
    assert tibetan_slips("ང་ཚོར་བཤད་རོགས། འཇུག ཡོང་།") == []
