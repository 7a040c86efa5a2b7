"""Remake ``tui/data/places/``: countries, regions and cities by language, from the CLDR.

Loading twenty locales at run time costs seconds; this keeps the names alone. Run it after an
upgrade of Babel: ``python -m scripts.places``.
"""

from __future__ import annotations

import re
from pathlib import Path

from babel import Locale
from babel.core import get_global

LANGUAGES = (
    *("ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "th", "tr", "zh"),
)
TARGET = Path(__file__).parent.parent / "tui" / "data" / "places"

NO_PLACES = frozenset({"ZZ", "XA", "XB", "QO", "EU", "EZ", "UN", "001", "AC", "CP", "DG"})
"""Codes that stand for no place of their own, or for organisations."""

NO_CITIES = frozenset({"Etc", "SystemV", "Antarctica"})

DRESS = re.compile(
    r"\s*[(（].*[)）]|^(?:the|der|die|das|les?|la)\s+|,.*$| SAR.*$|-SAR$|S\.A\.R\. .*$",
    re.IGNORECASE,
)
"""What the CLDR puts around a name that a report does not write."""


def names(language: str) -> dict[str, list[str]]:
    """Codes with the names of a language: ISO 3166 and UN M49 codes, time zones for cities."""
    locale = Locale(language)
    found: dict[str, list[str]] = {}
    for code, name in locale.territories.items():
        if code not in NO_PLACES:
            found[code] = _forms(name)
    countries = {name.casefold() for forms in found.values() for name in forms}
    zones = get_global("zone_territories")
    for zone in sorted(zones):
        area, _, city = zone.rpartition("/")
        own = locale.time_zones.get(zone, {}).get("city")
        name = own or (city.replace("_", " ") if language != "ar" else "")
        if not area or "/" in area or area in NO_CITIES or not name or name.casefold() in countries:
            continue
        found.setdefault(f"{zones[zone]}/{city}", _forms(name))
    return dict(sorted(found.items()))


def _forms(name: str) -> list[str]:
    plain = DRESS.sub("", name).strip()
    return list(dict.fromkeys(form for form in (plain, name) if form and "(" not in form))


def main() -> None:
    """Write a file for each language."""
    TARGET.mkdir(exist_ok=True)
    for language in LANGUAGES:
        lines = [
            "# Made by scripts/places.py from the Unicode CLDR (Unicode Licence v3). Do not edit:",
            "# other names and adjectives belong in ../lexicon/.",
            "",
            'names = """',
        ]
        for code, forms in names(language).items():
            lines.append(f"{code}={'|'.join(forms)}")
        lines.append('"""')
        (TARGET / f"{language}.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
