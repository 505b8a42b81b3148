"""Nouns for the people of a place, who may be a party of a negotiation: constants only, nothing is computed.

Else they speak for nobody; the values of `CIVIL_SECTORS` are the sectors (PLOVER) of those that no other list has.
"""

from __future__ import annotations


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


CIVIL_SECTORS = {
    **dict.fromkeys(
        _words(
            "widow widows grandmother grandfather shopkeeper shopkeepers herder herders rancher ranchers elder "
            "elders returnees peasant peasants man men woman women schoolteacher midwife pensioner pensioners "
            "victim victims citizen protester mothers fathers"
        ),
        "CVL",
    ),
    **dict.fromkeys(_words("nun nuns pastor priests bishops churches"), "REL"),
    "nurses": "HLH",
    "teachers": "EDU",
}
CIVIL = frozenset(CIVIL_SECTORS) | frozenset(
    _words(
        "resident residents villager villagers civilian civilians farmer farmers fisherman fishermen trader traders "
        "teacher doctor doctors medic medics nurse priest bishop archbishop cleric clerics imam lawyer lawyers "
        "activist activists families family mother father student students worker workers union unions campaigner "
        "campaigners relatives wife husband son daughter brother sister citizens people voters protesters "
        "demonstrator demonstrators survivor survivors refugee refugees church"
    )
)
