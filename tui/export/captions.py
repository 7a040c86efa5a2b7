"""What reports and sentences are called on one line, safe to show anywhere."""

from __future__ import annotations

import hashlib
import re
from pathlib import PurePath

from tui.model import Article
from tui.read.decode import clean

__all__ = [
    "day",
    "even",
    "fingerprint",
    "heading",
    "in_ascii",
    "is_right_to_left",
    "known_language",
    "one_line",
    "opening",
    "origin",
    "place",
]

_RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_SPACE = re.compile(r"\s+")
_OPENING = 40
"""Characters that are enough to know a sentence by."""

_ASCII = str.maketrans(
    {"¶": "par. ", "·": "-", "—": "-", "…": "...", "“": '"', "”": '"', "─": "-", "┊": ":"}
    | {"⁇": "?"}
)


def even(text: str) -> str:
    """Text on one line with nothing in it that steers a terminal; outer spaces are kept.

    Reading has cleaned articles already; titles, translations and comparisons made by other
    programs have not been through it.
    """
    return _SPACE.sub(" ", clean(text, raw=True).text)


def one_line(text: str) -> str:
    """:func:`even` text without spaces around it."""
    return even(text).strip()


def in_ascii(words: str) -> str:
    """Words of the program's own with ASCII in place of its signs."""
    return words.translate(_ASCII)


def opening(text: str) -> str:
    """How a sentence begins, cut between words where the script has spaces."""
    line = one_line(text)
    if len(line) <= _OPENING:
        return line
    cut = line.rfind(" ", _OPENING // 2, _OPENING + 1)
    return line[: cut if cut > 0 else _OPENING] + "…"


def fingerprint(article: Article) -> str:
    """The SHA-256 of the article's text in UTF-8, to tell which version was compared."""
    return hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()


def heading(article: Article) -> str:
    """What a report is headed with: its title, or else the shortest thing to call it."""
    return one_line(article.title or "") or one_line(article.name)


def origin(article: Article, *more: str | None) -> list[str]:
    """What is known of the report's origin beside its heading: label, source, author, and more."""
    known = (article.label, article.source, article.author, *more)
    parts = dict.fromkeys(one_line(part) for part in known if part)
    return [part for part in parts if part not in ("", heading(article))]


def day(article: Article) -> str | None:
    """The day on which a report was published; the hour is in the page's and the JSON's data."""
    return article.published and one_line(article.published)[:10]


def place(article: Article) -> str:
    """Where the report was read from: its address, or its file's name without its folders."""
    return one_line(article.url or PurePath(article.path or "").name)


def known_language(code: str) -> str:
    """A language's code as attributes may have it; empty where it is not known or is no code."""
    return code if _LANGUAGE.fullmatch(code) and code != "und" else ""


def is_right_to_left(lang: str) -> bool:
    """Whether a language is written from right to left."""
    return lang.partition("-")[0] in _RIGHT_TO_LEFT
