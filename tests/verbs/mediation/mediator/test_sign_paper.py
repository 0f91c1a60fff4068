"""On paper."""

import io

import pytest
from PIL import Image

from tests import make_mediation as make_it
from yimen.kernel.verdict import Refused
from yimen.mediation import verbs
from yimen.mediation.agreements.scans import scan_for
from yimen.mediation.models import Signature
from yimen.notifications.models import Letter

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
AT = make_it.AT


def picture(kind: str, **more: object) -> bytes:
    out = io.BytesIO()
    Image.new("RGBA" if kind == "PNG" else "RGB", (60, 80), (200, 0, 0, 128)[: 4 if kind == "PNG" else 3]).save(
        out, kind, **more
    )
    return out.getvalue()


def test_the_pages_become_one_sealed_pdf_that_all_sides_see() -> None:
    talk = make_it.fixed()
    exif = Image.Exif()
    exif[0x010E] = "zqcamera"
    pages = [("1.jpg", picture("JPEG", exif=exif)), ("2.png", picture("PNG"))]
    digest = talk.written().digest
    verbs.sign_paper(by=talk.mediator(), side=2, digest=digest, name="Zhang", pages=pages, at=AT)
    made = Signature.objects.get()
    assert (made.who, made.how, b"%PDF" in bytes(made.scan)) == ("side-2", "paper", False)
    for reader in (talk.side(1), talk.side(2), talk.mediator()):
        scan = scan_for(reader, "side-2")
        assert scan is not None
        assert scan.startswith(b"%PDF")
        assert b"zqcamera" not in scan
        assert scan_for(reader, "side-1") is None


def test_a_pdf_is_kept_as_it_is() -> None:
    talk = make_it.fixed()
    verbs.sign_paper(
        by=talk.mediator(), side=2, digest=talk.written().digest, name="Zhang", pages=make_it.pages(), at=AT
    )
    pdf = scan_for(talk.mediator(), "side-2")
    assert pdf is not None
    other = make_it.fixed()
    verbs.sign_paper(
        by=other.mediator(), side=1, digest=other.written().digest, name="T", pages=[("a.pdf", pdf)], at=AT
    )
    assert scan_for(other.mediator(), "side-1") == pdf


@pytest.mark.parametrize(
    "pages",
    [[], [("a.jpg", b"")], [("a.jpg", b"no picture")], [("a.txt", b"words")], [*make_it.pages(), ("b.txt", b"words")]],
)
def test_what_is_no_page_is_refused_in_words_and_nobody_has_signed(pages: list[tuple[str, bytes]]) -> None:
    talk = make_it.fixed()
    with pytest.raises(Refused):
        verbs.sign_paper(by=talk.mediator(), side=2, digest=talk.written().digest, name="Zhang", pages=pages, at=AT)
    assert not Signature.objects.exists()


def test_not_under_another_text() -> None:
    talk = make_it.fixed()
    with pytest.raises(Refused):
        verbs.sign_paper(by=talk.mediator(), side=2, digest="another", name="Zhang", pages=make_it.pages(), at=AT)


def test_the_side_in_whose_name_it_is_reads_of_it_and_nobody_signs_for_a_side_that_is_not_there() -> None:
    talk = make_it.fixed()
    Letter.objects.all().delete()
    digest, pages = talk.written().digest, make_it.pages()
    verbs.sign_paper(by=talk.mediator(), side=2, digest=digest, name="Zhang", pages=pages, at=AT)
    assert list(Letter.objects.values_list("code", "subject")) == [("mediation-news", talk.side(2).ref)]
    with pytest.raises(Refused, match="has not come"):
        verbs.sign_paper(by=talk.mediator(), side=9, digest=digest, name="Li", pages=pages, at=AT)
