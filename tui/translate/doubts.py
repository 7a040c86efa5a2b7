"""What a reader should check in a translation: what it seems to drop, change or leave as it was.

A doubt is a line for the reader, not a verdict. Details are compared as between two reports, by
:mod:`tui.details`; what that module cannot read in a language raises no doubt.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from tui.data import languages
from tui.details import compare_sentences
from tui.details.values import Amount, ClockTime
from tui.model import Detail, DetailKind, Divergence, Relation
from tui.read.language import detect_language
from tui.translate.languages import UNKNOWN, language_name, primary
from tui.translate.memory import lookup_key

if TYPE_CHECKING:
    from tui.encode import Encoder

__all__ = ["changed_words", "find_doubts"]

CHECKED_KINDS = frozenset(
    {
        DetailKind.NUMBER,
        DetailKind.QUANTITY,
        DetailKind.MONEY,
        DetailKind.PERCENT,
        DetailKind.DATE,
        DetailKind.TIME,
        DetailKind.PERSON,
        DetailKind.ORGANISATION,
        DetailKind.PLACE,
        DetailKind.NEGATION,
    }
)
"""The kinds a translation must keep; wording, attribution and certainty it may put otherwise."""

NAMES = frozenset({DetailKind.PERSON, DetailKind.ORGANISATION, DetailKind.PLACE})
SPELT_ALIKE = 70.0
"""The share of letters, in percent, that a name keeps in another language: Nikolaus, Nicholas."""

LEAST_LETTERS = 20
"""Below this, length and language say nothing."""
LETTERS_OF_A_LANGUAGE = 40
"""Below this, names alone may make a sentence look like another language."""
LONGEST_RATIO = 3.0
"""How many times longer than its source a translation may be, or shorter."""
DENSITY = 2.5
"""Letters of an alphabet that one ideograph, kana or hangul syllable stands for, about."""
SHARED_WORDS = 0.6
"""The share of the source's words that, kept as they were, means it was not translated."""

_WORD = re.compile(r"\d+|[^\W\d]+")


def find_doubts(
    source_text: str, text: str, source: str, target: str, *, encoder: Encoder | None = None
) -> tuple[str, ...]:
    """Compare a translation with its source.

    Args:
        source_text: The sentence.
        text: Its translation.
        source: The sentence's language; details are not compared where it is ``"und"``.
        target: The translation's language.
        encoder: Tells what a negation belongs to; without it, one that was added or dropped is
            often missed.

    Returns:
        What to check, a line each; empty for a translation nothing speaks against.
    """
    if primary(source) != primary(target) and _is_untranslated(source_text, text):
        return (f"seems left in the original language ({source})",)
    found = []
    if (other := _other_language(text, target)) is not None:
        found.append(f"seems to be in {language_name(other)}, not in {language_name(target)}")
    letters = _length(source_text)
    if letters >= LEAST_LETTERS:
        ratio = _length(text) / letters
        if ratio > LONGEST_RATIO:
            found.append("is far longer than the original")
        elif ratio < 1 / LONGEST_RATIO:
            found.append("is far shorter than the original")
    pair = (primary(source), primary(target))
    read_both = set(pair) <= set(languages("details"))
    divergences = compare_sentences(
        source_text, text, lang_a=pair[0], lang_b=pair[1], encoder=encoder
    )
    lines = (_doubt(known, source_text, text, read_both=read_both) for known in divergences)
    found += filter(None, lines)
    return tuple(dict.fromkeys(found))


def changed_words(text: str, remembered: str) -> tuple[str, ...]:
    """How a sentence differs from the one a memory has a translation of, as doubts.

    Args:
        text: The sentence.
        remembered: The similar sentence that the memory's translation is of.
    """
    from rapidfuzz.distance import Levenshtein

    ours, theirs = lookup_key(text).split(), lookup_key(remembered).split()
    lines = []
    for change in Levenshtein.opcodes(theirs, ours):
        before = " ".join(theirs[change.src_start : change.src_end])
        after = " ".join(ours[change.dest_start : change.dest_end])
        if change.tag == "insert":
            lines.append(f"made for a sentence without “{after}”")
        elif change.tag == "delete":
            lines.append(f"made for a sentence with “{before}” besides")
        elif change.tag == "replace":
            lines.append(f"made for a sentence with “{before}”, not “{after}”")
    return tuple(lines)


def _doubt(divergence: Divergence, source_text: str, text: str, *, read_both: bool) -> str:
    a, b = divergence.a, divergence.b
    if divergence.kind not in CHECKED_KINDS:
        return ""
    if divergence.kind in NAMES and (
        (a and _is_spelt_alike(a.detail.text, text))
        or (b and _is_spelt_alike(b.detail.text, source_text))
    ):
        return ""
    if divergence.relation is Relation.CONFLICTS and a and b:
        if divergence.kind is DetailKind.NEGATION:
            return f"one denies what the other says: “{a.detail.text}”, “{b.detail.text}”"
        if a.detail.text == b.detail.text:
            return ""  # as 10/12/21, which each language reads its own way
        return f"has “{b.detail.text}” for “{a.detail.text}”"
    if divergence.relation is Relation.ONLY_A and a and _is_missing(a.detail, text, read_both):
        return f"seems to drop “{a.detail.text}”"
    if (
        divergence.relation is Relation.ONLY_B
        and b
        and _is_missing(b.detail, source_text, read_both)
    ):
        return f"seems to add “{b.detail.text}”"
    return ""


def _is_missing(detail: Detail, other: str, read_both: bool) -> bool:
    """Whether a detail is definite enough to be missed, and not there in the same writing.

    Translators are free with "some", "a" and "overnight"; and a number that stands there digit by
    digit, if in a place where it is read as something else, has not been dropped. Of a language
    whose words nobody reads, only figures can be missed.
    """
    value = detail.value
    if isinstance(value, Amount) and (value.weak or not value.exact):
        return False
    if isinstance(value, ClockTime) and value.start != value.end:
        return False
    if detail.kind is DetailKind.ORGANISATION:
        return False  # "Wirtschaftsministerium" has many right translations
    if detail.kind in {DetailKind.PERSON, DetailKind.PLACE}:
        # Within a longer word, too: the "Veldratal" is the Veldra valley.
        return read_both and not any(
            word.casefold() in other.casefold() for word in _WORD.findall(detail.text)
        )
    figures = re.findall(r"\d+", detail.text)
    if not figures and (not read_both or _is_one(value)):
        return False
    there = set(_WORD.findall(other))
    return not there.issuperset(figures or _WORD.findall(detail.text))


def _is_one(value: object) -> bool:
    """Whether a number is one, which in words is often no number: "einmal", "at one time"."""
    return isinstance(value, Amount) and value.point == 1


def _is_spelt_alike(name: str, other: str) -> bool:
    """Whether a word of a name stands in another text much as it is."""
    from rapidfuzz import fuzz

    there = [word.casefold() for word in _WORD.findall(other)]
    return any(
        fuzz.ratio(word.casefold(), near, score_cutoff=SPELT_ALIKE) > 0
        for word in _WORD.findall(name)
        if len(word) > 3
        for near in there
    )


def _is_untranslated(source_text: str, text: str) -> bool:
    """Whether most words are still there, names and numbers, which may stay, not counted."""
    words = [word for word in _words(source_text) if word[0].islower() or not word[0].isascii()]
    kept = set(_words(text))
    if sum(map(len, words)) < LEAST_LETTERS:
        return lookup_key(source_text) == lookup_key(text) and len(words) > 1
    return sum(word in kept for word in words) / len(words) > SHARED_WORDS


def _other_language(text: str, target: str) -> str | None:
    """The language a translation is in, where that is surely not the one asked for."""
    if sum(map(str.isalpha, text)) < LETTERS_OF_A_LANGUAGE:
        return None
    found = detect_language(text)
    return None if found in {UNKNOWN, primary(target)} else found


def _words(text: str) -> list[str]:
    return [word for part in text.split() if (word := part.strip(".,;:!?…\"'“”„»«()[]–—"))]


def _length(text: str) -> float:
    """The length in letters of an alphabet."""
    return sum(DENSITY if unicodedata.category(c) == "Lo" and c > "\u2e7f" else 1.0 for c in text)
