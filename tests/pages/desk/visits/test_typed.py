"""A choice that is typed: a part of the name is enough where it fits one thing alone."""

import pytest
from django import forms
from django.utils.translation import override

from yimen.desk.taking.typed import Offer, one_of

OFFERS = [
    Offer("KS01", "Nawu", ("Nawu", "那吾镇")),
    Offer("KS0101", "Duohe · Nawu", ("Duohe", "多河村")),
    Offer("KS0102", "Nawu Bridge · Kajia", ("Nawu Bridge", "那吾桥村")),
    Offer("KS0103", "Bridge · Nawu", ("Bridge", "桥头村")),
]


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Nawu", "KS01"),
        ("nawu ", "KS01"),
        ("ks0101", "KS0101"),
        ("duo", "KS0101"),
        ("多河", "KS0101"),
        ("那吾镇", "KS01"),
        ("Bridge · Nawu", "KS0103"),
        ("Kajia", "KS0102"),
    ],
)
def test_what_is_called_so_stands_before_what_only_contains_it(typed: str, code: str) -> None:
    assert one_of(typed, OFFERS).code == code


@pytest.mark.parametrize(("typed", "why"), [("桥", "Several fit: Nawu Bridge"), ("zzz", "Nothing in the list")])
def test_where_it_is_not_clear_the_page_says_what_fits(typed: str, why: str) -> None:
    with override("en"), pytest.raises(forms.ValidationError, match=why):
        one_of(typed, OFFERS)
