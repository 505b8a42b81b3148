"""Offices in the shipped tables: body, office, words of a title and day -> holder; what holds of every dated role."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from standpoint.actors import Registry
from standpoint.actors.entities import Entity, Role

# actor | office | words of the title | day | holder. Days at ends of terms are avoided: two may hold them.
HELD = """
RUS | head-of-state | president | 1995-06-01 | Boris Yeltsin
RUS | head-of-state | president | 2010-06-01 | Dmitry Medvedev
RUS | head-of-state | president | 2021-06-01 | Vladimir Putin
RUS | head-of-government | prime minister | 2010-06-01 | Vladimir Putin
RUS | head-of-government | prime minister | 2022-06-01 | Mikhail Mishustin
RUS | foreign-minister | foreign minister | 1997-06-01 | Yevgeny Primakov
RUS | foreign-minister | foreign minister | 2014-03-01 | Sergei Lavrov
RUS | defence-minister | defence minister | 2020-11-10 | Sergei Shoigu
RUS | spokesperson | foreign ministry | 2019-06-01 | Maria Zakharova
RUS | spokesperson | kremlin | 2016-06-01 | Dmitry Peskov
RUS | negotiator | minsk group | 2005-06-01 | Yuri Merzlyakov
USA | head-of-state | president | 2025-06-01 | Donald Trump
USA | foreign-minister | secretary of state | 1999-03-01 | Madeleine Albright
USA | foreign-minister | secretary of state | 2015-07-14 | John Kerry
USA | foreign-minister | secretary of state | 2025-08-08 | Marco Rubio
USA | defence-minister | secretary of defense | 2003-06-01 | Donald Rumsfeld
USA | adviser | national security adviser | 2023-06-01 | Jake Sullivan
USA | envoy | middle east peace | 2010-06-01 | George Mitchell
USA | envoy | reconciliation | 2020-02-29 | Zalmay Khalilzad
USA | envoy | us special envoy to the middle east | 2025-03-01 | Steve Witkoff
USA | envoy | horn of africa | 2021-10-01 | Jeffrey Feltman
USA | negotiator | minsk group | 2008-06-01 | Matthew Bryza
USA | spokesperson | state department | 2021-06-01 | Ned Price
GBR | head-of-state | queen | 1998-04-10 | Elizabeth II
GBR | head-of-government | prime minister | 2022-10-10 | Liz Truss
GBR | foreign-minister | foreign secretary | 2017-06-01 | Boris Johnson
GBR | minister | northern ireland | 1998-04-10 | Mo Mowlam
NIR | head-of-government | first minister | 1999-06-01 | David Trimble
FRA | head-of-government | prime minister | 1999-06-01 | Lionel Jospin
FRA | foreign-minister | foreign minister | 2015-07-14 | Laurent Fabius
DEU | head-of-government | chancellor | 2023-06-01 | Olaf Scholz
DEU | leader | chancellor | 2025-09-01 | Friedrich Merz
DEU | head-of-state | president | 2005-06-01 | Horst Köhler
TUR | head-of-state | president | 2005-06-01 | Ahmet Necdet Sezer
TUR | head-of-government | prime minister | 2015-06-01 | Ahmet Davutoğlu
TUR | foreign-minister | foreign minister | 2020-11-10 | Mevlüt Çavuşoğlu
TUR | foreign-minister | foreign minister | 2024-06-01 | Hakan Fidan
UKR | head-of-government | prime minister | 2009-06-01 | Yulia Tymoshenko
UKR | foreign-minister | foreign minister | 2022-06-01 | Dmytro Kuleba
UKR | negotiator | head of the ukrainian delegation | 2022-03-29 | David Arakhamia
ARM | head-of-state | president | 2016-04-05 | Serzh Sargsyan
ARM | head-of-state | president | 2023-06-01 | Vahagn Khachaturyan
ARM | foreign-minister | foreign minister | 2005-06-01 | Vartan Oskanian
ARM | foreign-minister | foreign minister | 2022-06-01 | Ararat Mirzoyan
AZE | head-of-government | prime minister | 2010-06-01 | Artur Rasizade
AZE | foreign-minister | foreign minister | 2016-04-05 | Elmar Mammadyarov
AZE | foreign-minister | foreign minister | 2022-06-01 | Jeyhun Bayramov
NKR | head-of-state | president | 2010-06-01 | Bako Sahakyan
NKR | head-of-government | state minister | 2022-12-20 | Ruben Vardanyan
GEO | head-of-government | prime minister | 2005-01-15 | Zurab Zhvania
GEO | head-of-state | president | 2020-06-01 | Salome Zourabichvili
ABK | head-of-state | president | 2000-06-01 | Vladislav Ardzinba
OST | head-of-state | president | 2008-08-08 | Eduard Kokoity
MDA | head-of-state | president | 2005-06-01 | Vladimir Voronin
PMR | head-of-state | president | 2000-06-01 | Igor Smirnov
IRN | head-of-state | supreme leader | 2003-10-21 | Ali Khamenei
IRN | head-of-government | president | 2023-06-01 | Ebrahim Raisi
IRN | foreign-minister | foreign minister | 2015-07-14 | Mohammad Javad Zarif
IRN | negotiator | chief nuclear negotiator | 2010-06-01 | Saeed Jalili
IRQ | head-of-state | president | 2010-06-01 | Jalal Talabani
SYR | foreign-minister | foreign minister | 2014-01-22 | Walid al-Moallem
SYR | head-of-state | president | 2025-06-01 | Ahmed al-Sharaa
ISR | head-of-state | president | 2010-06-01 | Shimon Peres
ISR | foreign-minister | foreign minister | 2007-11-27 | Tzipi Livni
ISR | head-of-government | prime minister | 2022-09-01 | Yair Lapid
PSE | head-of-state | president | 2000-07-15 | Yasser Arafat
PSE | head-of-government | prime minister | 2010-06-01 | Salam Fayyad
LBN | head-of-government | prime minister | 2003-06-01 | Rafik Hariri
EGY | foreign-minister | foreign minister | 2015-06-01 | Sameh Shoukry
QAT | foreign-minister | foreign minister | 2008-05-21 | Hamad bin Jassim al-Thani
QAT | head-of-government | prime minister | 2024-01-15 | Mohammed bin Abdulrahman al-Thani
YEM | head-of-state | presidential leadership council | 2023-06-01 | Rashad al-Alimi
LNA | leader | libyan national army | 2019-04-04 | Khalifa Haftar
SDN | head-of-government | prime minister | 2020-10-03 | Abdalla Hamdok
ETH | head-of-state | president | 2020-06-01 | Sahle-Work Zewde
SOM | head-of-government | prime minister | 2021-06-01 | Mohamed Hussein Roble
RWA | head-of-state | president | 1997-06-01 | Pasteur Bizimungu
COD | head-of-government | prime minister | 2007-06-01 | Antoine Gizenga
NER | head-of-state | president | 2022-06-01 | Mohamed Bazoum
IND | head-of-state | president | 2004-06-01 | A. P. J. Abdul Kalam
PAK | head-of-government | prime minister | 2010-06-01 | Yousaf Raza Gilani
AFG | foreign-minister | foreign minister | 2023-06-01 | Amir Khan Muttaqi
LKA | head-of-state | president | 2023-06-01 | Ranil Wickremesinghe
CHN | head-of-government | premier | 2000-06-01 | Zhu Rongji
KOR | foreign-minister | foreign minister | 2005-06-01 | Ban Ki-moon
JPN | head-of-government | prime minister | 2023-06-01 | Fumio Kishida
SRB | head-of-state | president | 1995-11-21 | Slobodan Milošević
SRP | head-of-state | president | 1995-06-01 | Radovan Karadžić
XKX | head-of-state | president | 2018-06-01 | Hashim Thaçi
MKD | head-of-state | president | 2001-08-13 | Boris Trajkovski
NCY | head-of-state | president | 2004-04-24 | Rauf Denktaş
NOR | envoy | sri lanka | 2002-06-01 | Erik Solheim
COL | negotiator | farc | 2014-06-01 | Humberto de la Calle
COL | negotiator | commissioner for peace | 2001-06-01 | Camilo Gómez
VAT | head-of-state | pope | 2020-06-01 | Francis
UN | envoy | for syria | 2012-05-01 | Kofi Annan
UN | envoy | envoy for syria | 2016-02-01 | Staffan de Mistura
UN | envoy | for yemen | 2018-12-13 | Martin Griffiths
UN | envoy | for libya | 2018-06-01 | Ghassan Salamé
UN | envoy | western sahara | 2003-06-01 | James Baker
UN | envoy | cyprus, envoy | 2017-07-01 | Espen Barth Eide
UN | envoy | kosovo status | 2007-03-26 | Martti Ahtisaari
EU | foreign-minister | foreign policy chief | 2013-04-19 | Catherine Ashton
EU | envoy | south caucasus | 2020-11-10 | Toivo Klaar
AU | negotiator | between sudan and south sudan | 2012-09-27 | Thabo Mbeki
IGAD | negotiator | sudan peace talks | 2004-06-01 | Lazaro Sumbeiywo
"""

ROWS = [tuple(cell.strip() for cell in line.split("|")) for line in HELD.strip().splitlines()]


@pytest.mark.parametrize(("actor", "office", "words", "day", "name"), ROWS, ids=lambda cell: cell.replace(" ", "-"))
def test_holds_office(registry: Registry, actor: str, office: str, words: str, day: str, name: str) -> None:
    held = registry.holders(actor, date.fromisoformat(day))
    found = {h.entity.name for h in held if h.role.office == office and words in h.role.title.lower()}
    assert found == {name}


SPELLINGS = """
Nikol Pashinian -> Nikol Pashinyan
Volodymyr Zelenskyy -> Volodymyr Zelensky
Sergey Lavrov -> Sergei Lavrov
Ceyhun Bayramov -> Jeyhun Bayramov
Mevlut Cavusoglu -> Mevlüt Çavuşoğlu
Binyamin Netanyahu -> Benjamin Netanyahu
Hikmat Hajiyev -> Hikmet Hajiyev
Salome Zurabishvili -> Salome Zourabichvili
Abbas Araqchi -> Abbas Araghchi
Abu Mohammad al-Jolani -> Ahmed al-Sharaa
Abd Rabbuh Mansur Hadi -> Abdrabbuh Mansur Hadi
Rauf Denktash -> Rauf Denktaş
Alvaro de Soto -> Álvaro de Soto
Stephane Dujarric -> Stéphane Dujarric
"""


@pytest.mark.parametrize(("spelling", "name"), [line.split(" -> ") for line in SPELLINGS.strip().splitlines()])
def test_spelling_is_known(registry: Registry, spelling: str, name: str) -> None:
    assert {entity.name for entity, _ in registry.named(spelling)} == {name}


def test_terms_start_before_they_end(registry: Registry) -> None:
    wrong = [(e.name, r.title, r.since, r.until) for e in registry.entities for r in e.roles if r.start > r.end]
    assert wrong == []


def test_nobody_has_a_term_twice(registry: Registry) -> None:
    def key(role: Role) -> tuple[str | None, str, str, str | None]:
        return role.actor, role.office, role.title, role.since

    twice = [e.name for e in registry.entities if len({key(r) for r in e.roles}) < len(e.roles)]
    assert twice == []


@pytest.fixture(scope="module")
def terms(registry: Registry) -> list[tuple[Entity, Role]]:
    return [(e, r) for e in registry.entities if e.is_person for r in e.roles if r.actor]


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(pick=st.integers(0, 10**6), share=st.floats(0, 1))
def test_found_by_name_on_any_day_of_a_term(
    registry: Registry, terms: list[tuple[Entity, Role]], pick: int, share: float
) -> None:
    person, role = terms[pick % len(terms)]
    last = max(role.start, min(role.end, date(2026, 12, 31)))
    day = role.start + timedelta(days=int(share * (last - role.start).days))
    assert role.actor is not None
    assert any(h.entity is person and h.role is role for h in registry.holders(role.actor, day))
    assert any(entity is person for entity, _ in registry.named(person.name))
