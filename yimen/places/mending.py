"""Repairing outlines, only when asked to.

All lines are laid over each other and cut where they cross; each of the pieces then goes to one area. Whatever
was wrong before, neighbours share their border exactly afterwards. Corners move by a millimetre at most, except
where something had to give way.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import Geometry, STRtree

from yimen.places.outlines import NOISE_M2, Feature, Shapes, is_outside_the_globe, looks_swapped, size_m2

_GRID = 1e-8  # degrees: about a millimetre
_NOBODY = np.iinfo(np.int64).max
Owners = NDArray[np.int64]


def repair(features: Sequence[Feature], *, allow_gaps: bool = False) -> list[Feature]:
    """The same features without overlaps, gaps and crossed lines.

    What two areas claim goes to the smaller code (but nobody is left with nothing while there is another way); what
    nobody claims goes to the neighbour with the longest common border. Missing codes and outlines stay as they are.
    """
    mended = [replace(feature, geometry=_by_itself(feature.geometry)) for feature in features]
    usable = [at for at, feature in enumerate(mended) if _is_usable(feature.geometry)]
    usable.sort(key=lambda at: (mended[at].code, at))
    if not usable:
        return mended
    shapes = np.array([mended[at].geometry for at in usable], dtype=object)
    for at, shape in zip(usable, _fitted(shapes, allow_gaps=allow_gaps), strict=True):
        mended[at] = replace(mended[at], geometry=shape)
    return mended


def _by_itself(shape: Geometry | None) -> Geometry | None:
    """This outline alone, made right: axes, crossed lines, stray lines and points."""
    if shape is None or shape.is_empty or shape.geom_type not in ("Polygon", "MultiPolygon"):
        return shape
    if looks_swapped(shape):
        shape = shapely.transform(shape, lambda corners: corners[:, ::-1])
    shape = shapely.make_valid(shape, method="structure", keep_collapsed=False)
    parts = [part for part in shapely.get_parts(shape) if part.geom_type == "Polygon"]
    return shapely.MultiPolygon(parts) if len(parts) > 1 else parts[0] if parts else shapely.Polygon()


def _is_usable(shape: Geometry | None) -> bool:
    return shape is not None and "Polygon" in shape.geom_type and not shape.is_empty and not is_outside_the_globe(shape)


def _fitted(shapes: Shapes, *, allow_gaps: bool) -> list[Geometry]:
    """The shapes, made to fit each other; earlier ones win."""
    lines = shapely.union_all(shapely.boundary(shapes), grid_size=_GRID)
    pieces = shapely.get_parts(shapely.polygonize(shapely.get_parts(lines)))
    owners = _claimed(pieces, shapes)
    _give_gaps(pieces, owners, keep_above=NOISE_M2 if allow_gaps else np.inf)
    fitted: list[Geometry] = []
    order = np.argsort(owners, kind="stable")
    starts = np.searchsorted(owners[order], np.arange(len(shapes) + 1))
    for at in range(len(shapes)):
        own = pieces[order[starts[at] : starts[at + 1]]]
        fitted.append(shapely.normalize(shapely.coverage_union_all(own)) if len(own) else shapely.Polygon())
    return fitted


def _claimed(pieces: Shapes, shapes: Shapes) -> Owners:
    """For each piece the first shape that has it; a shape that would get nothing takes what it covers."""
    inner = shapely.point_on_surface(pieces)
    of, by = STRtree(shapes).query(inner)
    shapely.prepare(shapes)
    covers = shapely.intersects_xy(shapes[by], shapely.get_x(inner[of]), shapely.get_y(inner[of]))
    of, by = of[covers], by[covers]
    owners: Owners = np.full(len(pieces), _NOBODY, dtype=np.int64)
    np.minimum.at(owners, of, by)
    pieces_of = np.bincount(owners[owners != _NOBODY], minlength=len(shapes))
    for hungry in np.flatnonzero(pieces_of == 0).tolist():
        wanted = of[by == hungry]
        losing = np.bincount(owners[wanted], minlength=len(shapes))
        if len(wanted) and (pieces_of[losing > 0] > losing[losing > 0]).all():
            owners[wanted] = hungry
            pieces_of -= losing
            pieces_of[hungry] = len(wanted)
    return owners


def _give_gaps(pieces: Shapes, owners: Owners, *, keep_above: float) -> None:
    """Each unclaimed piece goes to the neighbour it shares the longest border with."""
    gaps = np.flatnonzero((owners == _NOBODY) & (size_m2(pieces) <= keep_above))
    if not len(gaps):
        return
    tree = STRtree(pieces)
    for gap in gaps.tolist():
        near = tree.query(pieces[gap])
        near = near[owners[near] != _NOBODY]
        if not len(near):
            continue
        common = shapely.length(shapely.intersection(shapely.boundary(pieces[gap]), shapely.boundary(pieces[near])))
        by_owner: dict[int, float] = {}
        for owner, length in zip(owners[near].tolist(), common.tolist(), strict=True):
            by_owner[owner] = by_owner.get(owner, 0.0) + length
        owners[gap] = min(by_owner, key=lambda owner: (-by_owner[owner], owner))
