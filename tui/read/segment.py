"""Blocks into sentences with exact offsets.

The boundaries come from ``sentencex`` (Wikimedia's rules for some 240 languages), asked about the
text without its quotation marks and brackets; then this module decides which to keep. So quotes
follow one rule in every language: a quotation stays one unit, with the clause that attributes it.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from tui.read.lexicon import SentenceRules, lexicon, sentence_rules
from tui.read.lines import CLOSERS, OPENERS, dateline_end
from tui.read.quotations import QUOTATION_MARKS, enclosed_spans

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["split_sentences"]

_BARE = str.maketrans(dict.fromkeys(f"\n\t{QUOTATION_MARKS}()（）", " "))
_MARKED_LINE = re.compile(r"(?<=\n)(\s*)>+")
_WORD_BEFORE = re.compile(r"(?<![^\s(\[“„«\"’'])[^\s(\[“„«\"’']+$")
"""The last word. It is looked for where words begin: from anywhere else the search is quadratic."""
_WORD_AFTER = re.compile(rf"[\s{re.escape(OPENERS)}]*+([\w’'-]+)")
_ORDINAL = re.compile(r"(?:^|(.*?)\s)\(?(\d{1,3})\.$", re.DOTALL)
_ITEM_NUMBER = re.compile(r"\s*[(\[]?(?:\d{1,3}|[a-zA-Z])[.)]\s*$")
_INITIALS = re.compile(r"[^\W\d_]\.(?:-?[^\W\d_]\.)*")
_STOP = re.compile(r"(…|\.\.\.|[.!?])[”“\"»)]*\s+(?=\S)")
_LONGEST_UNIT = 1000
"""Quotations longer than this, in characters, are split like other text."""
_WINDOW = 4000
_FRONT = 60
_ATTRIBUTION_WORDS = 8
_LATEST_VERB = 5
_PLAIN_WORD = 4
"""A number begins a sentence after a word, or a year, of so many letters or digits."""


def split_sentences(text: str, lang: str) -> list[tuple[int, int]]:
    """Split a block's text into sentences.

    Args:
        text: The text of one block; line breaks in it are only wrapped lines.
        lang: ISO 639-1 code, or ``"und"``.

    Returns:
        ``(start, end)`` of each sentence in the text, in order, without white space around them.
        Together they cover all but white space.
    """
    rules = sentence_rules(lang)
    cuts = sorted({*_boundaries(text, lang), *_more_boundaries(text, rules)})
    cuts = [cut for cut in cuts if not _goes_on(text, cut, rules)]
    cuts = list(_outside(cuts, enclosed_spans(text)))
    return list(_trimmed(text, _without_attributions(text, cuts, rules)))


def _boundaries(text: str, lang: str) -> Iterator[int]:
    """Where ``sentencex`` would start a sentence, moved behind closing marks."""
    bare = _MARKED_LINE.sub(lambda m: " " * len(m[0]), text).translate(_BARE)
    for start in _starts(bare, lang):
        stop = start
        while stop and bare[stop - 1].isspace():
            stop -= 1
        yield _next_start(text, stop)


def _starts(text: str, lang: str) -> Iterator[int]:
    """The starts of all sentences but the first.

    ``sentencex`` takes quadratic time in some scripts, so it gets a window of the text at a time;
    the last sentence of a window, which may be cut off, begins the next one.
    """
    import sentencex

    begin = 0
    while begin < len(text):
        window = text[begin : begin + _WINDOW]
        starts = [found["start_index"] for found in sentencex.get_sentence_boundaries(lang, window)]
        yield from (begin + start for start in starts[1:])
        if begin + len(window) == len(text):
            return
        begin += starts[-1] if len(starts) > 1 else len(window)


def _next_start(text: str, stop: int) -> int:
    """Where the next sentence starts, given the offset after a full stop."""
    end = stop
    while end < len(text) and text[end] in CLOSERS:
        if text[end] in OPENERS and not _is_closer(text, end):
            break
        end += 1
    start = _skip_spaces(text, end)
    if text[start : start + 1] in ("»", "›") and _is_closer(text, start):  # French: « … »
        return _next_start(text, start)
    return start


def _is_closer(text: str, index: int) -> bool:
    """Whether a mark that may open or close closes here: no word begins right after it."""
    return not text[index + 1 : index + 2].isalnum() or text[index] in "”’"


def _skip_spaces(text: str, index: int) -> int:
    while index < len(text) and text[index].isspace():
        index += 1
    return index


def _more_boundaries(text: str, rules: SentenceRules) -> Iterator[int]:
    """Where a sentence may start although ``sentencex`` would not have it.

    That is before a number, in some languages; after an ellipsis, in all; and after an abbreviation
    that may end a sentence, before a word that mostly begins one ("in the U.S. The …").
    """
    for stop in _STOP.finditer(text):
        start = stop.end()
        word = _word_at(text, start)
        if not word:
            continue
        if stop[1] in ("…", "..."):
            known = not rules.capital_nouns and bool(rules.starters)
            if word[0].isupper() and (known or word in rules.starters):
                yield start
        elif word[0].isdigit():
            if text[max(0, stop.start() - _PLAIN_WORD) : stop.start()].isalnum():
                yield start
        elif word[0].isupper() and stop[1] == ".":
            last = _WORD_BEFORE.search(text[max(0, start - 20) : stop.start() + 1])
            if last is not None and (
                (last[0] in rules.may_end and word in rules.starters)
                or last[0] in rules.whole_words
            ):
                yield start


def _word_at(text: str, index: int) -> str:
    """The word that starts at an offset, opening marks aside; empty if there is none."""
    found = _WORD_AFTER.match(text, index)
    return found[1] if found else ""


def _goes_on(text: str, cut: int, rules: SentenceRules) -> bool:
    """Whether the sentence goes on over a boundary after all."""
    before = text[max(0, cut - 60) : cut].rstrip()
    word = _word_at(text, cut)
    if not before or not word:
        return True
    following = text[cut]
    if following.islower() and not any(c.isupper() for c in word[1:]):
        return True
    if following in ",;:)]}…" or (before[-1] in CLOSERS and following in "—–-"):
        return True
    if before[-1] in CLOSERS and word.startswith(rules.after_quotation or ("\0",)):
        return True
    return _ends_in_abbreviation(before, word, rules) or _is_numbered(
        text, cut, before, word, rules
    )


def _ends_in_abbreviation(before: str, word: str, rules: SentenceRules) -> bool:
    found = _WORD_BEFORE.search(before) if before.endswith(".") else None
    if found is None:
        return False
    last = found[0]
    if last in rules.may_end:
        return word not in rules.starters
    if _INITIALS.fullmatch(last) and last[0].isupper() and word not in rules.starters:
        return True
    if word[0].isdigit() and (last in rules.before_numbers or last.endswith(rules.suffixes)):
        return True
    return last in rules.abbreviations


def _is_numbered(text: str, cut: int, before: str, word: str, rules: SentenceRules) -> bool:
    """Whether a full stop is an item's number's, a dateline's, or an ordinal's before its noun."""
    if cut <= _FRONT and (_ITEM_NUMBER.fullmatch(text[:cut]) or dateline_end(text) == len(before)):
        return True
    may_be_ordinal = rules.ordinals and before[-2:-1].isdigit()
    found = _ORDINAL.search(before) if may_be_ordinal else None
    if found is None:
        return False
    if word.casefold() in lexicon().months:
        return True
    previous = (found[1] or "").rsplit(maxsplit=1)
    introduced = bool(previous) and previous[-1].casefold() in lexicon().linking
    return (int(found[2]) <= 31 or introduced) and word not in rules.starters


def _outside(cuts: Sequence[int], spans: Iterator[tuple[int, int]]) -> Iterator[int]:
    """The boundaries that do not stand inside a quotation or bracket of tolerable length."""
    span = next(spans, None)
    for cut in cuts:
        while span is not None and span[1] <= cut:
            span = next(spans, None)
        if span is None or cut <= span[0] or span[1] - span[0] > _LONGEST_UNIT:
            yield cut


def _without_attributions(
    text: str, cuts: Sequence[int], rules: SentenceRules
) -> Iterator[tuple[int, int]]:
    """Pieces between the boundaries, "Smith asked." joined to the question it follows."""
    start = 0
    for cut, after in pairwise([*cuts, len(text)]):
        if not _is_attribution(text, cut, after, rules):
            yield start, cut
            start = cut
    yield start, len(text)


def _is_attribution(text: str, cut: int, end: int, rules: SentenceRules) -> bool:
    """Whether a piece only says who asked or exclaimed the quotation before it."""
    before = text[max(0, cut - 8) : cut].rstrip()
    if before[-1:] not in QUOTATION_MARKS or before[:-1].rstrip()[-1:] not in "?!…":
        return False
    words = text[cut : min(end, cut + 200)].split()
    if end - cut > 200 or len(words) > _ATTRIBUTION_WORDS:
        return False
    return any(w.strip(".,:") in rules.speech for w in words[:_LATEST_VERB])


def _trimmed(text: str, pieces: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for start, end in pieces:
        piece = text[start:end]
        if kept := piece.strip():
            lead = start + piece.index(kept[0])
            yield lead, lead + len(kept)
