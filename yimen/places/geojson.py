"""Reading areas from a GeoJSON file, and making a plan of them. A file is somebody else's: nothing in it is trusted."""

import json
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

import shapely
from shapely.errors import ShapelyError
from shapely.geometry import shape

from yimen.kernel.verdict import Refused, gettext_noop
from yimen.places.outlines import Feature, Problem
from yimen.places.rules import CODE, LEVELS, AreaPlan, PlannedPlace

MOST_MEGABYTES = 200  # 50,000 areas have about 50; reading takes six times the file in memory
_WGS84 = ("CRS84", "EPSG::4326", "EPSG:4326", "EPSG::4490", "EPSG:4490")  # 4490: China's own, the same to a metre
_CODE_LENGTH = 32
_LONGEST = 200  # of a name


@dataclass(frozen=True)
class Properties:
    """Which property of a feature says what."""

    code: str
    name: str = ""
    parent: str = ""


def read(path: Path, properties: Properties) -> list[Feature]:
    """The features of this file; refuses with line and column, or with the feature, where it can't be read."""
    return _features(_loaded(path), path.name, properties)


def read_bytes(content: bytes, called: str, properties: Properties) -> list[Feature]:
    """The same from what a browser sent; ``called`` stands in the sentences about it."""
    return _features(_parsed(content, called), called, properties)


def _features(collection: object, called: str, properties: Properties) -> list[Feature]:
    if not isinstance(collection, dict) or not isinstance(collection.get("features"), list):
        raise Refused(gettext_noop("%(file)s is no GeoJSON FeatureCollection"), file=called)
    if not collection["features"]:
        raise Refused(gettext_noop("%(file)s has no features"), file=called)
    crs = str(collection.get("crs") or "CRS84")  # an old member, but files still have it
    if not any(known in crs for known in _WGS84):
        reason = gettext_noop("%(file)s is not in longitude and latitude (WGS 84); convert it first")
        raise Refused(reason, file=called)
    found = [_feature(number, raw, properties) for number, raw in enumerate(collection["features"], 1)]
    if not any(feature.code for feature in found):
        known = ", ".join(_words(key) for key in list(collection["features"][0].get("properties") or {})[:20])
        reason = gettext_noop("no feature has a property “%(code)s” with a code; the first one has: %(known)s")
        raise Refused(reason, code=properties.code, known=known or "–")
    return found


def _loaded(path: Path) -> object:
    try:
        megabytes = path.stat().st_size // 1_000_000
        if megabytes > MOST_MEGABYTES:
            reason = gettext_noop("%(file)s has %(size)s MB; at most %(most)s can be read at once")
            raise Refused(reason, file=path.name, size=megabytes, most=MOST_MEGABYTES)
        return _parsed(path.read_bytes(), path.name)
    except OSError as error:
        raise Refused(gettext_noop("%(file)s can't be opened: %(why)s"), file=path.name, why=error.strerror) from error


def _parsed(content: bytes, called: str) -> object:
    try:
        found: object = json.loads(content.decode("utf-8-sig"), parse_constant=_no_number)
    except UnicodeDecodeError as error:
        reason = gettext_noop("%(file)s is not in UTF-8 (byte %(at)s)")
        raise Refused(reason, file=called, at=error.start) from error
    except json.JSONDecodeError as error:
        reason = gettext_noop("%(file)s, line %(line)s, column %(column)s: %(why)s")
        params = {"file": called, "line": error.lineno, "column": error.colno, "why": error.msg}
        raise Refused(reason, **params) from error
    except RecursionError as error:
        raise Refused(gettext_noop("%(file)s is nested too deeply to be a map"), file=called) from error
    except ValueError as error:
        raise Refused(gettext_noop("%(file)s has a number that is none"), file=called) from error
    return found


def _no_number(_: str) -> NoReturn:
    raise ValueError


def _feature(number: int, raw: Any, properties: Properties) -> Feature:  # noqa: ANN401 – somebody else's JSON
    if not isinstance(raw, dict) or not isinstance(raw.get("properties") or {}, dict):
        raise Refused(gettext_noop("feature %(number)s is no GeoJSON feature"), number=number)
    said = raw.get("properties") or {}
    words = [_words(said.get(key)) if key else "" for key in (properties.code, properties.name, properties.parent)]
    return Feature(number, words[0], _geometry(number, raw.get("geometry")), words[1], words[2])


def _words(value: object) -> str:
    """A property as one line of text; a code may be a number in the file."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        return ""
    try:
        line = " ".join(str(value).split())[:_LONGEST]
    except ValueError:  # a number of thousands of digits
        return ""
    return "".join(c for c in line if c.isprintable())  # nothing that a terminal would obey


def _geometry(number: int, raw: object) -> shapely.Geometry | None:
    if raw is None:
        return None
    try:
        found: shapely.Geometry = shapely.force_2d(shape(raw))
    except (ShapelyError, ValueError, TypeError, LookupError, AttributeError, OverflowError) as error:
        raise Refused(gettext_noop("the geometry of feature %(number)s can't be read"), number=number) from error
    return found


@dataclass(frozen=True)
class Grouping:
    """The town that areas are imported into, and what is known of its places: code → level."""

    town_code: str
    language: str
    levels: Mapping[str, str]


def plan_for(features: Sequence[Feature], grouping: Grouping, *, replace: bool) -> AreaPlan:
    """The plan that makes these features service areas, below the groups that they name."""
    town, language = grouping.town_code, grouping.language
    places = [] if town in grouping.levels else [PlannedPlace(town, "town", "", {language: town})]
    groups = {name: group_code(name, grouping) for name in dict.fromkeys(f.parent for f in features if f.parent)}
    places += [
        PlannedPlace(code, "village", town, {language: name})
        for name, code in groups.items()
        if grouping.levels.get(name) not in LEVELS[:-1]  # what is there already stays as it is
    ]
    for feature in features:
        names = {language: feature.name} if feature.name else {}
        drawn: bytes = shapely.to_wkb(feature.geometry)
        places.append(PlannedPlace(feature.code, "area", groups.get(feature.parent, town), names, drawn))
    return AreaPlan(town, tuple(places), replace)


def group_code(name: str, grouping: Grouping) -> str:
    """The code of the place above: one that is there already, or one made of the group's name."""
    if grouping.levels.get(name) in LEVELS[:-1]:
        return name
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return "-".join("".join(c if c.isalnum() else " " for c in plain).split())[:_CODE_LENGTH]


def examine_groups(features: Sequence[Feature], grouping: Grouping) -> Iterator[Problem]:
    """What is wrong with the names that become codes of the places above."""
    taken = {feature.code: feature.code for feature in features}
    for name in dict.fromkeys(feature.parent for feature in features if feature.parent):
        code = group_code(name, grouping)
        about: dict[str, object] = {"name": name, "code": code}
        if not CODE.fullmatch(code):
            reason = gettext_noop("“%(name)s” makes no code; let --parent name a property with codes")
            yield Problem("bad group", reason, about)
        elif code in taken:
            reason = gettext_noop("“%(name)s” and “%(other)s” make the same code %(code)s")
            yield Problem("same code", reason, {**about, "other": taken[code]})
        else:
            taken[code] = name
