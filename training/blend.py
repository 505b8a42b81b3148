"""Blends two checkpoints of one training: `python blend.py BEFORE AFTER --share 0.75 --to FILE`.

The weights before and after training on with other texts in, their weighted mean out: it keeps more of what was
known before than the later ones do, and most of what was new (WiSE-FT: Wortsman et al. 2022).
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("before", type=Path)
    parser.add_argument("after", type=Path)
    parser.add_argument("--share", type=float, default=0.75, help="of the weights after, 0 to 1")
    parser.add_argument("--to", type=Path, required=True)
    args = parser.parse_args()
    before, after = torch.load(args.before), torch.load(args.after)
    torch.save({name: torch.lerp(before[name], after[name], args.share) for name in before}, args.to)


if __name__ == "__main__":
    main()
