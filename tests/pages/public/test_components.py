"""The components, and how a form ties label, hint, error and field together."""

import re

import pytest
from django import forms
from django.conf import settings
from django.test import Client
from django.utils import translation

from yimen.public.pages.components import Example

pytestmark = pytest.mark.django_db  # the head asks for the town's name


class Small(forms.Form):
    what = forms.CharField(label="What", help_text="In your words.", max_length=5, widget=forms.Textarea)
    way = forms.ChoiceField(label="Way", choices=[("a", "A"), ("b", "B")], widget=forms.RadioSelect)
    paper = forms.FileField(label="Paper", required=False)
    key = forms.CharField(widget=forms.HiddenInput)


@pytest.mark.parametrize("language", [code for code, _name in settings.LANGUAGES])
@pytest.mark.parametrize("mistakes", [{}, {"errors": "1"}])
def test_the_components_show_in_each_language(client: Client, language: str, mistakes: dict[str, str]) -> None:
    answer = client.get("/house/components/", {"lang": language, **mistakes})
    assert answer.status_code == 200
    assert "{{" not in answer.content.decode()
    assert "{%" not in answer.content.decode()


@pytest.mark.parametrize("form", [Example(), Example({}), Example({"mail": "no", "what": "x" * 99})])
def test_every_label_and_every_description_points_at_something(form: forms.Form) -> None:
    page = str(form)
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    pointed = re.findall(r'\bfor="([^"]+)"', page) + re.findall(r'href="#([^"]+)"', page)
    pointed += " ".join(re.findall(r'aria-describedby="([^"]+)"', page)).split()
    assert pointed
    assert set(pointed) <= set(ids)


def test_a_mistake_is_said_above_and_at_the_field_and_keeps_the_words() -> None:
    with translation.override("en"):
        page = str(Small({"what": "too long a word", "key": "k"}))
    assert 'href="#id_what"' in page
    assert 'href="#id_way_0"' in page
    field = page[page.index('<label class="govuk-label govuk-label--s" for="id_what"') :]
    assert 'id="id_what_error"' in field
    assert re.search(
        r'<textarea name="what"[^>]*aria-invalid="true"[^>]*aria-describedby="id_what_helptext id_what_error"', field
    )
    assert "too long a word</textarea>" in field
    assert "Please fill this in." in page  # ours, not "This field is required."


def test_the_browser_neither_cuts_off_nor_refuses() -> None:
    page = str(Small())
    assert "maxlength" not in page
    assert not re.search(r"\srequired\b", page)
    assert 'aria-required="true"' in page


def test_what_is_not_required_says_so() -> None:
    with translation.override("en"):
        form = Small()
        assert "if you like" in form["paper"].as_field_group()
        assert "if you like" not in form["what"].as_field_group()


def test_a_hidden_field_is_drawn_once_and_bare() -> None:
    assert re.findall(r'<input type="hidden"[^>]*>', str(Small({"key": "k"}))) == [
        '<input type="hidden" name="key" value="k" id="id_key">'
    ]


def test_typed_markup_stays_text() -> None:
    page = str(Small({"what": "<script>", "way": "<b>"}))
    assert "<script>" not in page
    assert "<b>" not in page
