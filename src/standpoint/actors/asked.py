"""A noun phrase with whose it is, ready to be looked up: what the readers of descriptions share."""

from __future__ import annotations

from dataclasses import dataclass

from standpoint.actors.lexicon import ADJUNCTS, DETERMINERS
from standpoint.actors.owners import Antecedent, Owner
from standpoint.actors.people import Kind
from standpoint.actors.phrases import Phrase
from standpoint.actors.scene import Scene


@dataclass(frozen=True, slots=True)
class Asked:
    """`noun` is the head noun, `head` its token; `single` asks for one of those that a plural names."""

    scene: Scene
    phrase: Phrase
    head: int
    owner: Owner | None
    antecedent: Antecedent
    single: bool

    @property
    def noun(self) -> str:
        return self.scene.view.words[self.head]

    @property
    def words(self) -> tuple[str, ...]:
        return self.phrase.words(self.scene.view)

    @property
    def actor(self) -> str | None:
        return self.owner.actor if self.owner else None

    @property
    def kind(self) -> Kind:
        return Kind.PEOPLE if self.phrase.plural else Kind.PERSON

    @property
    def gender(self) -> str | None:
        return "f" if self.noun.endswith("woman") else "m" if self.noun.endswith("man") else None

    @property
    def bare(self) -> bool:
        """True for "the council", without a word that says which."""
        own = self.scene.view.words[self.phrase.core[0] : self.phrase.core[1]]
        return sum(1 for w in own if w not in DETERMINERS) == 1

    @property
    def adjunct(self) -> bool:
        """True for "foreign ministry": the word before the head narrows it."""
        return self.head > self.phrase.first and self.scene.view.words[self.head - 1] in ADJUNCTS

    @property
    def named(self) -> bool:
        """True for "the Black Sea fleet": a proper name that no state stands in."""
        if self.head == self.phrase.core[0] or self.scene.view.words[self.head - 1] in DETERMINERS:
            return False
        return self.scene.view.capital(self.head - 1)
