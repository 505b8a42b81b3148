"""A small codebook without problems, on which tests change single lines."""

from __future__ import annotations

import pytest

SOUND = """\
id: lake-talks
title: Talks over the lake
description: Two made-up states share a lake.
parties:
  - {code: LEFT, name: Leftland, role: core}
  - {code: RIGHT, name: Rightland, role: core}
mediators:
  - {code: MIDD, name: Midland}
issues:
  - id: open-lake
    label: Opening of the lake
    description: The lake should be opened to all boats.
    aliases: [the lake, boats]
    supports: [open the lake]
    opposes: [close the lake]
  - id: treaty
    label: Treaty
    description: A treaty must be signed.
    aliases: [treaty, lasting peace]
agreements:
  - id: shore-pact
    title: Shore pact
    date: 2020-11-10
    aliases: [pact of the shore]
    signatories: [LEFT, RIGHT]
    provisions:
      - {number: 1, summary: Boats may fish.}
      - {number: 2, summary: Nets are marked.}
actors:
  - id: ann-lake
    name: Ann Lake
    kind: person
    actor: MIDD
    roles:
      - {title: Envoy of Midland, office: envoy, from: 2019-05, to: 2021}
"""


@pytest.fixture
def sound() -> str:
    return SOUND
