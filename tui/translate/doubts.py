"""What a reader should check in a translation: what it seems to drop, change or leave as it was.

A doubt is a line for the reader, not a verdict. Details are compared as between two reports, by
:mod:`tui.details`; what that module cannot read in a language raises no doubt.
"""

from __future__ import annotations

import unicodedata

from tui.details import compare_sentences
from tui.model import DetailKind, Divergence, Relation
from tui.translate.languages import primary
from tui.translate.memory import lookup_key

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

LEAST_LETTERS = 20
"""Below this, length and language say nothing."""
LONGEST_RATIO = 3.0
"""How many times longer than its source a translation may be, or shorter."""
DENSITY = 2.5
"""Letters of an alphabet that one ideograph, kana or hangul syllable stands for, about."""
SHARED_WORDS = 0.6
"""The share of the source's words that, kept as they were, means it was not translated."""


def find_doubts(source_text: str, text: str, source: str, target: str) -> tuple[str, ...]:
    """Compare a translation with its source.

    Args:
        source_text: The sentence.
        text: Its translation.
        source: The sentence's language; details are not compared where it is ``"und"``.
        target: The translation's language.

    Returns:
        What to check, a line each; empty for a translation nothing speaks against.
    """
    if _is_untranslated(source_text, text):
        return (f"seems left in the original language ({source})",)
    found = []
    ratio = _length(text) / max(_length(source_text), 1.0)
    if _length(source_text) >= LEAST_LETTERS and ratio > LONGEST_RATIO:
        found.append("is far longer than the original")
    elif _length(source_text) >= LEAST_LETTERS and ratio < 1 / LONGEST_RATIO:
        found.append("is far shorter than the original")
    divergences = compare_sentences(
        source_text, text, lang_a=primary(source), lang_b=primary(target)
    )
    found += [line for divergence in divergences if (line := _doubt(divergence))]
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


def _doubt(divergence: Divergence) -> str:
    if divergence.kind not in CHECKED_KINDS:
        return ""
    if divergence.relation is Relation.ONLY_A and divergence.a:
        return f"seems to drop “{divergence.a.detail.text}”"
    if divergence.relation is Relation.ONLY_B and divergence.b:
        return f"seems to add “{divergence.b.detail.text}”"
    if divergence.relation is Relation.CONFLICTS and divergence.a and divergence.b:
        return f"has “{divergence.b.detail.text}” for “{divergence.a.detail.text}”"
    return ""


def _is_untranslated(source_text: str, text: str) -> bool:
    """Whether most words are still there, names and numbers, which may stay, not counted."""
    words = [word for word in _words(source_text) if word[0].islower() or not word[0].isascii()]
    kept = set(_words(text))
    if sum(map(len, words)) < LEAST_LETTERS:
        return lookup_key(source_text) == lookup_key(text) and len(words) > 1
    return sum(word in kept for word in words) / len(words) > SHARED_WORDS


def _words(text: str) -> list[str]:
    return [word for part in text.split() if (word := part.strip(".,;:!?…\"'“”„»«()[]–—"))]


def _length(text: str) -> float:
    """The length in letters of an alphabet."""
    return sum(DENSITY if unicodedata.category(c) == "Lo" and c > "\u2e7f" else 1.0 for c in text)
