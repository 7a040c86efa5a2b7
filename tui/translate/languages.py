"""Language tags, compared as far as memories and providers need it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

__all__ = [
    "UNKNOWN",
    "is_language",
    "language_code",
    "language_name",
    "normal_tag",
    "primary",
]

UNKNOWN = "und"
"""The tag of a text whose language could not be told (ISO 639-2)."""

_TAG = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*")


@lru_cache(maxsize=256)
def normal_tag(tag: str) -> str:
    """A BCP 47 tag in one spelling; tools write any case and either separator."""
    return tag.replace("_", "-").strip().lower()


@lru_cache(maxsize=256)
def primary(tag: str) -> str:
    """The language of a tag without script and region: ``de-DE`` and ``de_AT`` are ``de``."""
    return normal_tag(tag).partition("-")[0]


def language_code(lang: str, table: Mapping[str, str]) -> str:
    """What a service calls a language.

    Services differ: German is ``de`` or ``de-DE``, Japanese ``ja`` or ``jp``, Chinese ``zh``,
    ``zh-CN`` or ``chinese (simplified)`` in their tables.

    Args:
        lang: A language tag, ISO 639-1.
        table: The service's languages: English name to code.

    Returns:
        The service's code; the tag as it is where the table has nothing, since services learn
        languages faster than tables do.
    """
    from babel.core import get_global

    codes = {normal_tag(code): code for code in table.values()}
    if normal_tag(lang) in codes:
        return codes[normal_tag(lang)]
    names = {name.lower(): code for name, code in table.items()}
    name = language_name(lang).lower()
    for spelling in (name, f"{name} (simplified)"):
        if spelling in names:
            return names[spelling]
    region = get_global("likely_subtags").get(primary(lang), "").rpartition("_")[2].lower()
    if (likely := f"{primary(lang)}-{region}") in codes:
        return codes[likely]
    return next((code for tag, code in codes.items() if primary(tag) == primary(lang)), lang)


def is_language(tag: str) -> bool:
    """Whether a BCP 47 tag begins with a language that CLDR knows; the rest needs the form only."""
    from babel import Locale

    return bool(_TAG.fullmatch(normal_tag(tag))) and primary(tag) in Locale("en").languages


def language_name(lang: str) -> str:
    """What a language is called in English; the tag where that is not known."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(primary(lang)).english_name or lang
    except (UnknownLocaleError, ValueError):
        return lang
