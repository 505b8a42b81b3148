"""Groups vectors that lie close together: rows of unit length come in, groups of row numbers go out.

Average linkage (UPGMA, Sokal and Michener 1958) by chains of nearest neighbours (Murtagh 1983), which gives the same
tree as joining the closest pair again and again, in the square of the rows and not their cube.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from standpoint.language.embedding import Vectors

LARGEST = 4000
"""So many rows are clustered at once (a matrix of 64 MB); the rest join the nearest of the groups found."""
_LOOSEST, _CLOSEST, _SPREADS = 0.15, 0.6, 2.0
_ENOUGH = 1000


def group_alike(vectors: Vectors, least: float | None = None) -> tuple[tuple[int, ...], ...]:
    """Groups of rows whose average cosine is at least `least`, largest first, each in order of the rows.

    Every row is in one group; a row that is like no other is a group of its own. Without `least` it is taken from the
    rows: how alike two of them are that have nothing to do with each other.
    """
    count = len(vectors)
    if count == 0:
        return ()
    chosen = np.unique(np.linspace(0, count - 1, min(count, LARGEST)).round().astype(int))
    alike = vectors[chosen] @ vectors[chosen].T
    bound = measure_least(alike) if least is None else least
    groups = [[int(chosen[i]) for i in group] for group in _link(alike, bound)]
    groups += _assign(vectors, groups, sorted(set(range(count)) - {int(i) for i in chosen}), bound)
    return tuple(tuple(sorted(g)) for g in sorted(groups, key=lambda g: (-len(g), min(g))))


def measure_least(alike: NDArray[np.float32]) -> float:
    """From which cosine on two rows have to do with each other.

    Most pairs have not, so the middle of all pairs is where such pairs lie, and the lower half shows their spread,
    which the pairs that belong together do not touch.
    """
    step = 1 + len(alike) // _ENOUGH
    some = alike[::step, ::step]
    pairs = some[np.triu_indices(len(some), 1)]
    if not len(pairs):
        return _LOOSEST
    middle, low = np.quantile(pairs, (0.5, 0.16))
    return float(np.clip(middle + _SPREADS * (middle - low), _LOOSEST, _CLOSEST))


def _link(alike: NDArray[np.float32], bound: float) -> list[list[int]]:
    near = alike.astype(np.float32)
    np.fill_diagonal(near, -np.inf)
    sizes = np.ones(len(near))
    members: list[list[int]] = [[i] for i in range(len(near))]
    open_rows = dict.fromkeys(range(len(near)))
    done: list[list[int]] = []
    chain: list[int] = []
    while open_rows:
        chain = chain or [next(iter(open_rows))]
        top = chain[-1]
        nearest = int(np.argmax(near[top]))
        best = near[top, nearest]
        if len(chain) > 1 and near[top, chain[-2]] >= best:
            nearest, best = chain[-2], near[top, chain[-2]]
        if best < bound:
            done.append(members[top])
            near[top, :] = near[:, top] = -np.inf
            del open_rows[top]
            chain.pop()
        elif len(chain) > 1 and nearest == chain[-2]:
            kept, gone = sorted((top, nearest))
            row = (sizes[kept] * near[kept] + sizes[gone] * near[gone]) / (sizes[kept] + sizes[gone])
            near[kept, :] = near[:, kept] = row
            near[gone, :] = near[:, gone] = -np.inf
            near[kept, kept] = -np.inf
            sizes[kept] += sizes[gone]
            members[kept] += members[gone]
            del open_rows[gone]
            chain = chain[:-2]
        else:
            chain.append(nearest)
    return done


def _assign(vectors: Vectors, groups: list[list[int]], rest: list[int], bound: float) -> list[list[int]]:
    """Puts the rows that were not clustered into the groups; gives back those that fit into none, alone."""
    if not rest:
        return []
    centres = np.stack([vectors[g].mean(axis=0) for g in groups])
    alone = []
    for i in rest:
        scores = centres @ vectors[i]
        best = int(np.argmax(scores))
        if scores[best] >= bound:
            groups[best].append(i)
        else:
            alone.append([i])
    return alone
