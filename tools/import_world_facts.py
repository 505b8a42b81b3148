"""Reference data of states and leaders, and the reviewed additions in tools/world_facts/, come in; the imported
blocks of the registry (states.csv, leaders_reign.csv) go out. Run it again after every change of either.
"""

from __future__ import annotations

import argparse
import calendar
import csv
import io
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

HOLDER_COLUMNS = ("actor", "name", "office", "title", "from", "to", "aliases", "origin")
STATE_COLUMNS = ("code", "name", "official", "spellings", "demonyms", "capital", "metonyms", "un_member", "origin")
COUNTRIES_ORIGIN = "mledoze/countries (ODbL 1.0), reviewed"
EDITOR_ORIGIN = "editor"
REIGN_ORIGIN = "REIGN (OEF Research) to 2021-03, names and later ends by the editor"
# Codes that the reference spells otherwise than the press of the field does.
RECODED = {"UNK": "XKX"}
# Native names are of little use in English sources; forms such as "Republic of ..." are.
ENGLISH_FORM = re.compile(
    r"^(The |Federal |Islamic |People's |Democratic |United |Independent |Plurinational |Bolivarian )*"
    r"(Republic|Kingdom|State|Sultanate|Principality|Commonwealth|Union|Grand Duchy|Emirate)s? of [A-Z]"
)
FIRST_YEAR = 1990


@dataclass(frozen=True, slots=True)
class State:
    code: str
    name: str
    official: str
    spellings: tuple[str, ...]
    demonyms: tuple[str, ...]
    capital: str
    metonyms: tuple[str, ...]
    un_member: bool
    origin: str

    def row(self) -> tuple[str, ...]:
        lists = (";".join(self.spellings), ";".join(self.demonyms))
        seats = (self.capital, ";".join(self.metonyms), "1" if self.un_member else "0")
        return (self.code, self.name, self.official, *lists, *seats, self.origin)


@dataclass(frozen=True, slots=True)
class Holder:
    """One term in one office. `start` and `end` are YYYY[-MM[-DD]]; an empty end means in office."""

    actor: str
    name: str
    office: str
    title: str
    start: str
    end: str
    aliases: tuple[str, ...]
    origin: str

    def row(self) -> tuple[str, ...]:
        aliases = ";".join(self.aliases)
        return (self.actor, self.name, self.office, self.title, self.start, self.end, aliases, self.origin)


@dataclass(frozen=True, slots=True)
class Term:
    """One row of REIGN, its dates as ISO 8601."""

    ccode: str
    leader: str
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What the editor adds to one REIGN spelling: the press name, the office, and dates where REIGN is off."""

    name: str
    aliases: tuple[str, ...] = ()
    office: str | None = None
    title: str | None = None
    start: str | None = None
    end: str | None = None


def unique(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in (v.strip() for v in values) if value))


def ascii_fold(text: str) -> str:
    flat = text.translate(str.maketrans("łŁøØđĐıßəƏ’", "lLoOdDisaA'"))
    return "".join(c for c in unicodedata.normalize("NFKD", flat) if not unicodedata.combining(c))


def content_lines(path: Path) -> Iterator[str]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line


# --- states ---------------------------------------------------------------------------------------------------


def read_countries(path: Path) -> dict[str, State]:
    states = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        code = RECODED.get(row["iso3"], row["iso3"])
        english = (a for a in row["alt"] if a.isascii() and ENGLISH_FORM.match(a))
        states[code] = State(
            code=code,
            name=row["name"],
            official=row["official"],
            spellings=unique(english),
            demonyms=(),
            capital=row["capital"][0] if row["capital"] else "",
            metonyms=(),
            un_member=bool(row["un_member"]),
            origin=COUNTRIES_ORIGIN,
        )
    return states


def expand_demonyms(cell: str) -> tuple[str, ...]:
    found: list[str] = []
    for word in cell.split(";"):
        stem = word.strip().removesuffix("+")
        found.append(stem)
        if word.strip().endswith("+"):
            found.append(stem + "s")
    return unique(found)


def review_state(line: str, known: Mapping[str, State]) -> State:
    code, spellings, demonyms, metonyms, *rest = (cell.strip() for cell in line.split("|"))
    overrides = dict(pair.split("=", 1) for pair in (rest[0] if rest else "").split("/") if pair)
    state = known.get(code) or State(code, "", "", (), (), "", (), False, EDITOR_ORIGIN)
    name = overrides.get("name", state.name)
    official = overrides.get("official", state.official)
    capital = overrides.get("capital", state.capital)
    silent = metonyms.startswith("-") or "nometonym" in overrides
    places = metonyms.removeprefix("-").split(";")
    if capital and not silent:
        places = [capital, ascii_fold(capital), *places]
    written = unique([*spellings.split(";"), *state.spellings, *(n for n in [ascii_fold(name)] if n != name)])
    return replace(
        state,
        name=name,
        official=official,
        spellings=tuple(s for s in written if s not in (name, official)),
        demonyms=expand_demonyms(demonyms),
        capital=capital,
        metonyms=unique(places),
        un_member=state.un_member and overrides.get("un_member") != "0",
    )


def build_states(countries: Path, review: Path) -> list[State]:
    known = read_countries(countries)
    states = [review_state(line, known) for line in content_lines(review)]
    missing = set(known) - {state.code for state in states}
    if missing:
        raise SystemExit(f"{review}: no reviewed line for {sorted(missing)}; add one line for each")
    return states


# --- leaders --------------------------------------------------------------------------------------------------


def iso(year: str, month: str, day: str = "") -> str:
    if not year:
        return ""
    if not day:
        return f"{int(year):04d}-{int(month):02d}"
    last = calendar.monthrange(int(year), int(month))[1]
    return f"{int(year):04d}-{int(month):02d}-{min(int(day), last):02d}"


def read_terms(path: Path) -> list[Term]:
    """Terms that touch FIRST_YEAR or later. Notes hold broken bytes; names do not."""
    text = path.read_bytes().decode("utf-8", "replace")
    terms = []
    for row in csv.DictReader(io.StringIO(text)):
        if row["eyear"] and int(row["eyear"]) < FIRST_YEAR:
            continue
        start = iso(row["syear"], row["smonth"], row["sdate"])
        terms.append(Term(row["ccode"], " ".join(row["leader"].split()), start, iso(row["eyear"], row["emonth"])))
    return terms


def tighten(terms: Sequence[Term]) -> list[Term]:
    """REIGN ends terms by the month; where the successor starts in that month, that day is the end."""
    followed = zip(terms, [*terms[1:], None], strict=True)
    return [replace(t, end=after.start) if after and hands_over(t, after) else t for t, after in followed]


def hands_over(term: Term, after: Term) -> bool:
    return after.ccode == term.ccode and after.start[:7] == term.end and term.start < after.start


OFFICES = {
    "P": ("head-of-state", "President of {c}"),
    "PM": ("head-of-government", "Prime Minister of {c}"),
    "K": ("head-of-state", "King of {c}"),
    "Q": ("head-of-state", "Queen of {c}"),
    "CH": ("head-of-government", "Chancellor of {c}"),
    "TA": ("head-of-government", "Taoiseach of {c}"),
    "EM": ("head-of-state", "Emir of {c}"),
    "SU": ("head-of-state", "Sultan of {c}"),
    "AP": ("head-of-state", "acting President of {c}"),
    "IP": ("head-of-state", "interim President of {c}"),
    "APM": ("head-of-government", "acting Prime Minister of {c}"),
    "IPM": ("head-of-government", "interim Prime Minister of {c}"),
}


@dataclass(frozen=True, slots=True)
class Country:
    """The reviewed lines of one REIGN country: the codes it speaks under, and its people by REIGN spelling."""

    codes: tuple[tuple[str, str, str], ...]
    called: str
    office: str
    people: Mapping[str, Reviewed]


def read_office(mark: str, called: str) -> tuple[str, str]:
    if mark in OFFICES:
        office, title = OFFICES[mark]
        return office, title.format(c=called)
    short, _, title = mark.partition(":")
    office = {"hos": "head-of-state", "hog": "head-of-government", "leader": "leader"}[short]
    return office, title.strip()


def read_person(cell: str, called: str) -> tuple[str, Reviewed]:
    """`spelling[#year] = Full Name; alias; alias @office <from >to`."""
    spelling, _, rest = (part.strip() for part in cell.partition("="))
    rest, start = split_mark(rest, "<")
    rest, end = split_mark(rest, ">")
    rest, mark = split_mark(rest, "@")
    name, *aliases = (part.strip() for part in rest.split(";"))
    office, title = read_office(mark, called) if mark else (None, None)
    name = name or spelling.split("#")[0]
    return spelling, Reviewed(name, unique(aliases), office, title, start or None, end or None)


def split_mark(text: str, mark: str) -> tuple[str, str]:
    """Cut one trailing mark and its value off; the marks come in the order @ > <."""
    head, found, tail = text.rpartition(mark)
    return (head.strip(), tail.strip()) if found else (text.strip(), "")


def read_review(path: Path) -> dict[str, Country]:
    """Blocks of `= ccode | CODE from to, CODE ... | name in titles | default office`, then lines of people."""
    countries: dict[str, Country] = {}
    head: list[str] = []
    people: dict[str, Reviewed] = {}

    def close() -> None:
        if head:
            ranges = (part.split() for part in head[1].split(","))
            codes = tuple((r[0], r[1] if len(r) > 1 else "", r[2] if len(r) > 2 else "") for r in ranges)
            countries[head[0]] = Country(codes, head[2], head[3], dict(people))

    for line in content_lines(path):
        if line.startswith("="):
            close()
            head = [cell.strip() for cell in line[1:].split("|")]
            people = {}
        else:
            people.update(read_person(cell, head[2]) for cell in line.split("|") if cell.strip())
    close()
    return countries


def keep_spelling(spelling: str, name: str) -> bool:
    """A REIGN spelling is worth an alias only if the full name does not contain it anyway."""
    flat = ascii_fold(name).lower()
    return ascii_fold(spelling).lower() not in flat and not re.search(r"[.,&(]| and |'M", spelling)


def clip(start: str, end: str, lower: str, upper: str) -> tuple[str, str] | None:
    start = max(start, lower) if lower else start
    end = min(end or upper, upper) if upper else end
    return None if end and end < start else (start, end)


def holders_of(term: Term, country: Country, used: set[tuple[str, str]]) -> Iterator[Holder]:
    keys = (f"{term.leader}#{term.start[:4]}", term.leader)
    key = next((k for k in keys if k in country.people), None)
    person = country.people[key] if key else Reviewed(term.leader)
    used.add((term.ccode, key or ""))
    default_office, default_title = read_office(country.office, country.called)
    office, title = person.office or default_office, person.title or default_title
    start = person.start or term.start
    end = term.end or person.end or ""
    if key and "#" in key and person.end:
        end = person.end
    spelled = (term.leader,) if keep_spelling(term.leader, person.name) else ()
    aliases = unique([*person.aliases, *spelled])
    for code, lower, upper in country.codes:
        dates = clip(start, end, lower, upper)
        if dates:
            for held in dict.fromkeys(("leader", office)):
                yield Holder(code, person.name, held, title, *dates, aliases, REIGN_ORIGIN)


def build_reign_leaders(reign: Path, review: Path) -> list[Holder]:
    countries = read_review(review)
    used: set[tuple[str, str]] = set()
    holders: list[Holder] = []
    for term in tighten(read_terms(reign)):
        if term.ccode not in countries:
            raise SystemExit(f"{review}: no block for ccode {term.ccode}; add one")
        holders.extend(holders_of(term, countries[term.ccode], used))
    idle = [(c, k) for c, country in countries.items() for k in country.people if (c, k) not in used]
    if idle:
        raise SystemExit(f"{review}: spellings that no term has: {idle}")
    return list(dict.fromkeys(holders))


def write_csv(path: Path, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)


def main() -> None:
    here = Path(__file__).resolve().parent
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("world", type=Path, help="folder with countries.jsonl and reign_leaders_1945_2021-03.csv")
    parser.add_argument("--out", type=Path, default=here.parent / "src" / "standpoint" / "actors" / "data")
    options = parser.parse_args()
    facts = here / "world_facts"
    states = build_states(options.world / "countries.jsonl", facts / "states.txt")
    write_csv(options.out / "states.csv", STATE_COLUMNS, (state.row() for state in states))
    if (facts / "reign_names.txt").exists():
        leaders = build_reign_leaders(options.world / "reign_leaders_1945_2021-03.csv", facts / "reign_names.txt")
        write_csv(options.out / "leaders_reign.csv", HOLDER_COLUMNS, (leader.row() for leader in leaders))


if __name__ == "__main__":
    main()
