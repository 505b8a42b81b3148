"""Bodies and groups that ship: a name and a day in, whom it speaks for out; a body and a day in, its head out."""

from __future__ import annotations

from datetime import date

import pytest

from standpoint.actors import Registry, find_actors

# name as the press writes it | day | code spoken for | sector
NAMES = """
UN Security Council | 2003-03-18 | UN | IGO
UNHCR | 1999-04-01 | UN | IGO
Unicef | 2015-01-01 | UN | IGO
UNIFIL | 2024-10-10 | UN | IGO
the UN nuclear watchdog | 2022-06-09 | IAEA | IGO
OPCW | 2018-04-14 | OPCW | IGO
International Criminal Court | 2023-03-17 | ICC | JUD
European Commission | 2022-04-06 | EU | IGO
Minsk Group | 2016-04-05 | OSCE | IGO
Nato | 1999-03-24 | NATO | IGO
CSTO | 2022-01-06 | CSTO | IGO
Shanghai Cooperation Organisation | 2022-09-16 | SHCO | IGO
Organisation of African Unity | 2000-12-12 | AU | IGO
Cedeao | 2020-08-20 | ECOWAS | IGO
Igad | 2013-12-30 | IGAD | IGO
Arab League | 2002-03-28 | AL | IGO
the Gulf Co-operation Council | 2021-01-05 | GCC | IGO
Caricom | 2024-03-11 | CARICOM | IGO
Knesset | 2004-10-26 | ISR | LEG
Israel Defense Forces | 2023-10-13 | ISR | MIL
Revolutionary Guards | 2020-01-08 | IRN | MIL
State Duma | 2022-02-15 | RUS | LEG
Verkhovna Rada | 2014-02-22 | UKR | LEG
Bundestag | 2001-11-16 | DEU | LEG
Mossad | 2024-05-01 | ISR | SPY
ISI | 2011-05-03 | PAK | SPY
CIA | 2011-05-03 | USA | SPY
FSB | 2020-12-14 | RUS | SPY
Sudanese Armed Forces | 2023-04-15 | SDN | MIL
Tatmadaw | 2017-09-01 | MMR | MIL
Hamas | 2024-05-06 | HAMAS | REB
Izz ad-Din al-Qassam Brigades | 2023-10-07 | HAMAS | REB
Palestine Liberation Organization | 1993-09-13 | PSE | GOV
Hizbullah | 2006-07-12 | HEZBOLLAH | REB
Ansar Allah | 2018-12-13 | HOUTHI | REB
Jabhat al-Nusra | 2014-01-01 | HTS | REB
Isil | 2014-08-08 | ISIS | REB
Daesh | 2016-07-01 | ISIS | REB
the Syrian Negotiation Commission | 2018-01-25 | HNC | OPP
PKK | 2013-03-21 | PKK | REB
Northern Alliance | 2001-11-27 | NALLIANCE | REB
Taleban | 2020-02-29 | TALIBAN | REB
Libyan National Army | 2020-01-13 | LNA | REB
Polisario | 2007-06-18 | POLISARIO | SEP
Rapid Support Forces | 2023-05-11 | RSF | REB
Tigray People's Liberation Front | 2022-11-02 | TPLF | REB
al-Shabab | 2017-10-14 | SHABAAB | REB
M23 rebels | 2025-01-27 | M23 | REB
Renamo | 1992-10-04 | RENAMO | OPP
Farc | 2016-06-23 | FARC | REB
ELN | 2023-06-09 | ELN | REB
Gulf Clan | 2023-03-19 | AGC | CRM
Zapatistas | 1994-01-01 | EZLN | REB
Moro Islamic Liberation Front | 2014-03-27 | MILF | REB
Free Aceh Movement | 2005-08-15 | GAM | SEP
Tamil Tigers | 2002-02-22 | LTTE | REB
Karen National Union | 2015-10-15 | KNU | REB
National League for Democracy | 1990-05-27 | NLD-MMR | PTY
Sinn Fein | 1998-04-10 | SF | PTY
Provisional IRA | 1994-08-31 | IRA | REB
Eta | 2011-10-20 | ETA | REB
Kosovo Liberation Army | 1999-02-23 | KLA | REB
Wagner Group | 2023-06-24 | WAGNER | UAF
"""

# body's code | office | day | who holds it
HEADS = """
UN | secretary-general | 1991-06-01 | Javier Pérez de Cuéllar
UN | secretary-general | 1995-06-01 | Boutros Boutros-Ghali
UN | secretary-general | 2003-03-18 | Kofi Annan
UN | secretary-general | 2012-02-23 | Ban Ki-moon
UN | secretary-general | 2024-02-01 | António Guterres
IAEA | secretary-general | 2003-02-14 | Mohamed ElBaradei
IAEA | secretary-general | 2015-07-14 | Yukiya Amano
IAEA | secretary-general | 2022-09-01 | Rafael Grossi
OPCW | secretary-general | 2013-09-14 | Ahmet Üzümcü
EU | head-of-government | 1992-02-07 | Jacques Delors
EU | head-of-government | 2016-06-24 | Jean-Claude Juncker
EU | head-of-state | 2012-01-01 | Herman Van Rompuy
EU | head-of-state | 2022-04-06 | Charles Michel
NATO | secretary-general | 1999-03-24 | Javier Solana
NATO | secretary-general | 2008-04-03 | Jaap de Hoop Scheffer
NATO | secretary-general | 2022-01-12 | Jens Stoltenberg
NATO | secretary-general | 2025-03-01 | Mark Rutte
OSCE | secretary-general | 2014-06-01 | Lamberto Zannier
CSTO | secretary-general | 2022-01-06 | Stanislav Zas
AU | secretary-general | 2011-04-10 | Jean Ping
AU | secretary-general | 2022-11-02 | Moussa Faki Mahamat
AL | secretary-general | 2002-03-28 | Amr Moussa
AL | secretary-general | 2023-05-07 | Ahmed Aboul Gheit
OAS | secretary-general | 2019-01-10 | Luis Almagro
ICRC | leader | 2013-05-01 | Peter Maurer
HAMAS | leader | 2010-06-01 | Khaled Mashal
HAMAS | leader | 2024-06-01 | Ismail Haniyeh
HEZBOLLAH | leader | 2006-08-14 | Hassan Nasrallah
HTS | leader | 2020-03-05 | Ahmed al-Sharaa
HOUTHI | leader | 2018-12-13 | Abdul-Malik al-Houthi
HOUTHI | negotiator | 2016-04-21 | Mohammed Abdulsalam
HNC | negotiator | 2018-01-25 | Nasr al-Hariri
TALIBAN | negotiator | 2020-02-29 | Abdul Ghani Baradar
RSF | leader | 2023-05-11 | Mohamed Hamdan Dagalo
SPLM | leader | 2005-01-09 | John Garang
FARC | leader | 2016-09-26 | Rodrigo Londoño
FARC | negotiator | 2014-01-01 | Iván Márquez
ELN | negotiator | 2022-11-21 | Pablo Beltrán
LTTE | leader | 2002-04-10 | Velupillai Prabhakaran
LTTE | negotiator | 2002-09-16 | Anton Balasingham
MILF | negotiator | 2012-10-15 | Mohagher Iqbal
GAM | negotiator | 2005-08-15 | Malik Mahmud
CPNM | leader | 2006-11-21 | Pushpa Kamal Dahal
SF | leader | 1998-04-10 | Gerry Adams
SDLP | leader | 1998-04-10 | John Hume
DUP | leader | 1998-04-10 | Ian Paisley
UUP | leader | 1998-04-10 | David Trimble
POLISARIO | leader | 2020-11-13 | Brahim Ghali
UNITA | leader | 1994-11-20 | Jonas Savimbi
RENAMO | leader | 1992-10-04 | Afonso Dhlakama
BLROPP | leader | 2021-05-23 | Sviatlana Tsikhanouskaya
"""

# spelling in the press | day | who it is
SPELLINGS = """
Abu Mohammed al-Golani | 2020-03-05 | Ahmed al-Sharaa
Abu Mohammad al-Jolani | 2016-07-28 | Ahmed al-Sharaa
Ismail Haniya | 2014-07-26 | Ismail Haniyeh
Khaled Meshaal | 2012-12-08 | Khaled Mashal
Abdulmalik al-Houthi | 2019-09-20 | Abdul-Malik al-Houthi
Hemedti | 2023-04-20 | Mohamed Hamdan Dagalo
Timochenko | 2016-06-23 | Rodrigo Londoño
Prachanda | 2005-11-22 | Pushpa Kamal Dahal
Khalifa Hifter | 2019-04-04 | Khalifa Haftar
Abdullah Ocalan | 2025-02-27 | Abdullah Öcalan
Svetlana Tikhanovskaya | 2020-08-10 | Sviatlana Tsikhanouskaya
Mullah Baradar | 2020-02-29 | Abdul Ghani Baradar
"""


def _rows(table: str) -> list[tuple[str, ...]]:
    return [tuple(cell.strip() for cell in line.split("|")) for line in table.strip().splitlines()]


@pytest.mark.parametrize(("name", "day", "actor", "sector"), _rows(NAMES))
def test_a_name_speaks_for_its_body(registry: Registry, name: str, day: str, actor: str, sector: str) -> None:
    found = find_actors(registry, name, date.fromisoformat(day))
    assert [(f.actor, f.sector) for f in found] == [(actor, sector)]


@pytest.mark.parametrize(("actor", "office", "day", "name"), _rows(HEADS))
def test_a_body_has_its_head(registry: Registry, actor: str, office: str, day: str, name: str) -> None:
    held = registry.holders(actor, date.fromisoformat(day))
    assert name in {h.entity.name for h in held if h.role.office == office}


@pytest.mark.parametrize(("spelling", "day", "name"), _rows(SPELLINGS))
def test_spellings_mean_one_person(registry: Registry, spelling: str, day: str, name: str) -> None:
    assert [f.name for f in find_actors(registry, spelling, date.fromisoformat(day))] == [name]
