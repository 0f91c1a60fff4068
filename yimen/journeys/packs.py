"""Loading a pack: the town takes its categories, limits, letters and ladder, all or nothing."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction

from yimen.deadlines.verbs.take_limits import take_limits
from yimen.journeys.pack_files import BadPack, Pack, Problem, read_pack
from yimen.kernel.taking import Changes
from yimen.notifications.verbs.take_templates import take_templates
from yimen.people.rules import Operator
from yimen.routing.verbs.take_catalogue import take_catalogue
from yimen.supervision.verbs.take_ladder import take_ladder

__all__ = ["BadPack", "Loaded", "Problem", "load_pack", "pack_folder", "read_pack"]


@dataclass(frozen=True)
class Loaded:
    """What loading a pack has changed, for the operator to read."""

    pack: Pack
    catalogue: Changes
    limits: Changes
    templates: Changes
    ladder: Changes

    def __bool__(self) -> bool:
        return bool(self.catalogue or self.limits or self.templates or self.ladder)

    def lines(self) -> list[str]:
        """One line a change, "added urban.lighting"; none if nothing changed."""
        parts = self._parts()
        return [
            f"{word} {label}"
            for word in ("added", "changed", "retired")
            for changes in parts
            for label in getattr(changes, word)
        ]

    def kept(self) -> list[str]:
        """Where the town has a word of its own that differs from the pack's: "HOT_REPLY length". It counts on."""
        return [label for changes in self._parts() for label in changes.kept]

    def _parts(self) -> tuple[Changes, ...]:
        return self.limits, self.catalogue, self.templates, self.ladder


def pack_folder(name: str) -> Path:
    """A pack by its name ("cn"), as it comes with the product, or by the path of its folder."""
    ours = Path(settings.PACKS) / name
    return ours if ours.is_dir() else Path(name)


def load_pack(folder: Path, *, by: Operator, at: datetime) -> Loaded:
    """Read and check everything, then take it in one go. Raises :class:`BadPack`, with nothing changed, if anything
    is wrong. Loading the same pack twice changes nothing the second time.
    """
    pack = read_pack(folder)
    code = pack.manifest.code
    with transaction.atomic():
        return Loaded(
            pack,
            limits=take_limits(by=by, pack=code, limits=pack.limits, calendar=pack.manifest.calendar, at=at),
            catalogue=take_catalogue(by=by, pack=code, offer=pack.offer, at=at),
            templates=take_templates(by=by, pack=code, templates=pack.templates, at=at),
            ladder=take_ladder(by=by, pack=code, rungs=pack.ladder, at=at),
        )
