"""Pictures come out upright, small, and without anything that the camera wrote into them."""

import io
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from tests.rules import files_made as made
from yimen.files import rules
from yimen.files.hygiene import clean
from yimen.files.photo_place import place_in_photo
from yimen.kernel.verdict import Refused

PHOTOS = Path(__file__).parents[3] / "shared" / "data" / "photos"


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


def nothing_is_told(content: bytes) -> bool:
    picture = opened(content)
    picture.load()
    kept = set(picture.info) - {"jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive", "progression"}
    return not kept and not picture.getexif() and made.SECRET.encode() not in content and b"Exif" not in content


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_nothing_of_camera_and_place_is_left(kind: str) -> None:
    photo = made.photo(kind=kind)
    assert made.SECRET.encode() in photo
    cleaned = clean("lamp.png", photo)
    assert (cleaned.name, cleaned.type) == ("lamp.jpg", "image/jpeg")
    assert nothing_is_told(cleaned.content)
    assert place_in_photo(cleaned.content) is None


def test_comments_text_xmp_and_profiles_go_too() -> None:
    secret, profile = made.SECRET.encode(), ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    red = Image.new("RGBA", (8, 8), (200, 0, 0, 90))
    told = made.saved(red, "PNG", pnginfo=made.told(secret), icc_profile=profile, dpi=(72, 72))
    jpeg = made.photo(comment=secret, icc_profile=profile, xmp=b"<x:xmpmeta>" + secret)
    for content in (told, jpeg):
        assert secret in content
        assert nothing_is_told(clean("a.png", content).content)


@pytest.mark.skipif(not PHOTOS.is_dir(), reason="the four photos with GPS are not beside this repository")
@pytest.mark.parametrize("number", ["29", "38", "40", "42"])
def test_real_photos_tell_their_place_before_and_nothing_after(number: str) -> None:
    photo = (PHOTOS / f"DSCN00{number}.jpg").read_bytes()
    longitude, latitude = place_in_photo(photo) or (0, 0)
    assert longitude == pytest.approx(11.88, abs=0.005)
    assert latitude == pytest.approx(43.467, abs=0.005)
    cleaned = clean("photo.jpg", photo)
    assert nothing_is_told(cleaned.content)
    assert b"NIKON" in photo
    assert b"NIKON" not in cleaned.content


def test_the_place_in_a_photo_is_found_so_that_it_can_be_offered() -> None:
    assert place_in_photo(made.photo()) == pytest.approx(made.HERE)


def test_a_photo_without_a_place_offers_none() -> None:
    assert place_in_photo(made.saved(Image.new("RGB", (8, 8)), "JPEG")) is None
    assert place_in_photo(b"no photo at all") is None
    assert place_in_photo(b"") is None


@pytest.mark.parametrize(("turned", "left"), [(1, "red"), (2, "blue"), (3, "blue"), (4, "red")])
def test_a_picture_stands_upright(turned: int, left: str) -> None:
    picture = opened(clean("a.jpg", made.photo(turned=turned)).content)
    red, _, blue = picture.getpixel((2, 2))  # type: ignore[misc]
    assert ("red" if red > blue else "blue") == left
    assert picture.size == (64, 48)


@pytest.mark.parametrize(("turned", "top"), [(5, "red"), (6, "red"), (7, "blue"), (8, "blue")])
def test_a_picture_that_lay_on_its_side_is_turned(turned: int, top: str) -> None:
    picture = opened(clean("a.jpg", made.photo(turned=turned)).content)
    red, _, blue = picture.getpixel((2, 2))  # type: ignore[misc]
    assert ("red" if red > blue else "blue") == top
    assert picture.size == (48, 64)


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_large_picture_gets_smaller_and_keeps_its_shape(kind: str) -> None:
    cleaned = clean("wide.jpg", made.photo((4000, 1000), kind=kind))
    assert opened(cleaned.content).size == (rules.LONGEST_SIDE, 640)
    assert opened(clean("small.jpg", made.photo((300, 200))).content).size == (300, 200)


def test_transparency_stays_where_there_is_some() -> None:
    seen_through = made.saved(Image.new("RGBA", (8, 8), (200, 0, 0, 90)), "WEBP")
    assert clean("a.webp", seen_through).type == "image/png"
    screenshot = made.saved(Image.new("RGBA", (8, 8), (200, 0, 0, 255)), "PNG")
    assert clean("a.png", screenshot).type == "image/jpeg"


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_of_a_moving_picture_the_first_one_is_kept(kind: str) -> None:
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("red", "blue")]
    moving = made.saved(frames[0], kind, save_all=True, append_images=frames[1:])
    cleaned = clean("moving.gif", moving)
    picture = opened(cleaned.content)
    assert getattr(picture, "n_frames", 1) == 1
    assert picture.convert("RGB").getpixel((4, 4))[0] > 200  # type: ignore[index]


GREY = (130, 130, 130)
IN_EVERY_MODE = {
    "L": Image.new("L", (8, 8), 130),
    "LA": Image.new("RGBA", (8, 8), (*GREY, 255)).convert("LA"),
    "P": Image.new("RGB", (8, 8), GREY).quantize(4),
    "I;16": Image.new("I", (8, 8), 130 * 257).convert("I;16"),
    "CMYK": Image.new("RGB", (8, 8), GREY).convert("CMYK"),
    "YCbCr": Image.new("RGB", (8, 8), GREY).convert("YCbCr"),
    "RGBA": Image.new("RGBA", (8, 8), (*GREY, 255)),
}


@pytest.mark.parametrize("mode", IN_EVERY_MODE)
def test_every_way_to_write_colours_is_understood(mode: str) -> None:
    kind = "JPEG" if mode in {"CMYK", "YCbCr"} else "PNG"
    cleaned = clean("a", made.saved(IN_EVERY_MODE[mode], kind))
    assert opened(cleaned.content).convert("L").getpixel((4, 4)) in range(127, 134)
    assert cleaned.type == "image/jpeg"


def test_black_and_white_stays_black_and_white() -> None:
    scan = made.saved(Image.new("1", (8, 8), 1), "PNG")
    assert opened(clean("a.png", scan).content).getpixel((4, 4)) == (255, 255, 255)


def test_colours_of_another_profile_are_translated() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    odd = made.saved(Image.new("RGB", (8, 8), "red"), "JPEG", icc_profile=profile)
    assert clean("a.jpg", odd).type == "image/jpeg"  # a profile that does not fit is left out
    broken = made.saved(Image.new("RGB", (8, 8), "red"), "JPEG", icc_profile=b"not a profile")
    assert clean("a.jpg", broken).type == "image/jpeg"


@pytest.mark.parametrize("hidden", [b"<html><script>alert(1)</script>", made.archive("evil.js")])
def test_what_else_a_picture_was_does_not_live_on(hidden: bytes) -> None:
    for kind in ("JPEG", "PNG", "GIF"):
        both = made.saved(Image.new("RGB", (16, 16), "green"), kind) + hidden
        content = clean("both.jpg", both).content
        assert hidden not in content
        assert b"PK\x05\x06" not in content
        assert b"script" not in content


def test_a_small_file_that_unfolds_into_a_huge_picture_is_refused_unopened() -> None:
    for width, height in ((6_000, 5_000), (20_000, 20_000), (60_000, 60_000), (2_000_000_000, 2)):
        with pytest.raises(Refused, match=r"bomb\.png is a picture of more than 25 million points"):
            clean("bomb.png", made.png_that_claims(width, height))


def test_a_jpeg_may_be_as_large_as_cheap_telephones_make_them_and_no_larger() -> None:
    photo = made.saved(Image.new("RGB", (64, 48)), "JPEG")
    claimed = photo.replace(b"\x00\x30\x00\x40", (7_000).to_bytes(2) + (7_200).to_bytes(2))
    assert claimed != photo
    with pytest.raises(Refused, match=r"more than 50 million points"):
        clean("a.jpg", claimed)


def test_a_jpeg_of_thousands_of_scans_is_refused_unopened() -> None:
    photo = made.photo(progressive=True)
    with pytest.raises(Refused, match="damaged"):
        clean("slow.jpg", photo[:-2] + b"\xff\xda\0\x08\1\1\0\0\0\0" * 100 + photo[-2:])


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP"])
def test_half_a_picture_is_refused(kind: str) -> None:
    whole = made.saved(Image.effect_noise((200, 200), 90), kind)
    with pytest.raises(Refused, match=r"half\.jpg is damaged or did not arrive whole"):
        clean("half.jpg", whole[: len(whole) // 2])


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(["JPEG", "PNG", "GIF", "WEBP"]), st.integers(0, 3000), st.binary(min_size=1, max_size=12))
@example("WEBP", 25, b"\x00E")  # says it is thousands of points wide
def test_a_spoiled_picture_is_cleaned_or_refused_in_words(kind: str, place: int, spoil: bytes) -> None:
    whole = bytearray(made.saved(Image.effect_noise((40, 40), 90), kind, exif=made.notes()))
    place %= len(whole)
    whole[place : place + len(spoil)] = spoil
    place_in_photo(bytes(whole))
    try:
        cleaned = clean("spoiled.jpg", bytes(whole))
    except Refused as refusal:
        said = str(refusal)
    else:
        said = cleaned.name
        assert made.SECRET.encode() not in cleaned.content
    assert said.startswith(("spoiled.", "We do not know what kind of file spoiled.jpg"))


@pytest.mark.parametrize("brand", [b"heic", b"mif1", b"avif"])
def test_a_photo_of_a_kind_that_we_cannot_open_says_what_to_do(brand: bytes) -> None:
    with pytest.raises(Refused, match=r"IMG_1\.HEIC .* Please send it as JPEG or PNG; the text you typed"):
        clean("IMG_1.HEIC", made.box(b"ftyp", brand, b"\0" * 8) + b"\0" * 200)
