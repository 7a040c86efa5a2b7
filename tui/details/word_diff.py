"""What changed between two versions of one text: whole words, and letters inside a changed word.

Words are aligned first (longest common subsequence, by rapidfuzz), so that a paraphrase never
becomes a confetti of letters. Only a short stretch that changed is then looked at letter by letter
with diff-match-patch (Myers 1986, with its semantic clean-up). The unit is the grapheme throughout:
an accent or a part of an emoji is never cut off.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, count, groupby
from typing import Literal, NamedTuple

import regex

__all__ = ["Change", "word_diff"]

Op = Literal["replace", "insert", "delete"]
_TURNED: dict[Op, Op] = {"replace": "replace", "insert": "delete", "delete": "insert"}

SHORT = 48
"""Graphemes of a changed stretch that is looked at letter by letter; a longer one is a passage."""

KEPT = 0.5
"""The share of letters two words must keep for the rest to be shown; below, the words changed."""

DEADLINE = 0.1
"""Seconds for one stretch, as a backstop: :data:`SHORT` keeps it far below."""

_PRIVATE = 0xF0000
"""The first code point of a private-use plane, for graphemes of several code points."""


class Change(NamedTuple):
    """``a[a_start:a_end]`` became ``b[b_start:b_end]``; offsets are code points of the originals.

    An insertion is empty in A, a deletion empty in B.
    """

    op: Op
    a_start: int
    a_end: int
    b_start: int
    b_end: int

    def transposed(self) -> Change:
        """The same change from B to A."""
        return Change(_TURNED[self.op], self.b_start, self.b_end, self.a_start, self.a_end)


class _Text(NamedTuple):
    """A text as graphemes in NFC, with the code points of the original at which they begin."""

    graphemes: tuple[str, ...]
    offsets: tuple[int, ...]
    tokens: tuple[range, ...]

    def keys(self) -> list[str]:
        """The tokens as what is compared."""
        return ["".join(self.graphemes[token.start : token.stop]) for token in self.tokens]

    def grapheme_at(self, token: int) -> int:
        """Where a token begins, in graphemes; the end of the text behind the last."""
        return self.tokens[token].start if token < len(self.tokens) else len(self.graphemes)


def word_diff(a: str, b: str) -> tuple[Change, ...]:
    """Find what changed from one version of a text to another.

    Args:
        a: The one version.
        b: The other. Canonically equivalent spellings (é as one code point or two) are no change.

    Returns:
        The changes in order. Replacing each ``a[a_start:a_end]`` by ``b[b_start:b_end]`` gives
        ``b``, up to canonical equivalence. No boundary lies inside a grapheme. From ``b`` to ``a``
        the same changes are found, transposed.
    """
    if b < a:
        return tuple(change.transposed() for change in word_diff(b, a))
    from rapidfuzz.distance import Indel

    one, other = _read(a), _read(b)
    keys_a, keys_b = one.keys(), other.keys()
    kept: list[tuple[int, int]] = []
    for block in Indel.opcodes(keys_a, keys_b):
        if block.tag == "equal":
            kept += zip(
                range(block.src_start, block.src_end),
                range(block.dest_start, block.dest_end),
                strict=True,
            )
    changes: list[Change] = []
    for in_a, in_b in _stretches(kept, keys_a, keys_b):
        span_a = range(one.grapheme_at(in_a.start), one.grapheme_at(in_a.stop))
        span_b = range(other.grapheme_at(in_b.start), other.grapheme_at(in_b.stop))
        changes += (_change(one, p, other, q) for p, q in _letters(one, span_a, other, span_b))
    return tuple(changes)


def _read(text: str) -> _Text:
    pieces: list[str] = regex.findall(r"\X", text)
    graphemes = tuple(
        pieces if text.isascii() else (unicodedata.normalize("NFC", piece) for piece in pieces)
    )
    tokens: list[range] = []
    at = 0
    for kind, run in groupby(graphemes, key=_kind):
        length = len(list(run))
        if kind == "sign":
            tokens += (range(k, k + 1) for k in range(at, at + length))
        else:
            tokens.append(range(at, at + length))
        at += length
    return _Text(graphemes, tuple(accumulate(map(len, pieces), initial=0)), tuple(tokens))


@lru_cache(maxsize=4096)
def _kind(grapheme: str) -> str:
    if grapheme[0].isalnum():
        return "word"
    return "space" if grapheme.isspace() else "sign"


def _stretches(
    kept: Sequence[tuple[int, int]], keys_a: Sequence[str], keys_b: Sequence[str]
) -> Iterator[tuple[range, range]]:
    """What lies between kept words; a kept space or sign between two changes parts nothing."""
    runs: list[list[tuple[int, int]]] = []
    for i, j in kept:
        if runs and runs[-1][-1] == (i - 1, j - 1):
            runs[-1].append((i, j))
        else:
            runs.append([(i, j)])
    from_a = from_b = 0
    for run in runs:
        at_edge = run[0] == (0, 0) or run[-1] == (len(keys_a) - 1, len(keys_b) - 1)
        if not at_edge and not any(keys_a[i][0].isalnum() for i, _ in run):
            continue
        if (from_a, from_b) != run[0]:
            yield range(from_a, run[0][0]), range(from_b, run[0][1])
        from_a, from_b = run[-1][0] + 1, run[-1][1] + 1
    if from_a < len(keys_a) or from_b < len(keys_b):
        yield range(from_a, len(keys_a)), range(from_b, len(keys_b))


def _letters(one: _Text, a: range, other: _Text, b: range) -> list[tuple[range, range]]:
    """The letters that changed in a stretch; the whole stretch where too few were kept."""
    whole = [(a, b)]
    if not a or not b or max(len(a), len(b)) > SHORT:
        return whole
    found: list[tuple[range, range]] = []
    at_a, at_b, same = a.start, b.start, 0
    for op, length in _diff(one.graphemes[a.start : a.stop], other.graphemes[b.start : b.stop]):
        in_a = range(at_a, at_a + length * (op <= 0))
        in_b = range(at_b, at_b + length * (op >= 0))
        at_a, at_b = in_a.stop, in_b.stop
        if op == 0:
            same += length
        elif found and found[-1][0].stop == in_a.start and found[-1][1].stop == in_b.start:
            found[-1] = range(found[-1][0].start, at_a), range(found[-1][1].start, at_b)
        else:
            found.append((in_a, in_b))
    return found if same >= KEPT * max(len(a), len(b)) else whole


def _diff(a: Sequence[str], b: Sequence[str]) -> Iterator[tuple[int, int]]:
    """diff-match-patch over graphemes: -1, 0 or 1 (A's, both, B's) and how many of them.

    Each grapheme of several code points is given one private code point, so that the library,
    which counts code points, cannot cut it.
    """
    from diff_match_patch import diff_match_patch

    present = {*a, *b}
    free = (chr(point) for point in count(_PRIVATE) if chr(point) not in present)
    code = {g: g if len(g) == 1 else next(free) for g in dict.fromkeys([*a, *b])}
    engine = diff_match_patch()
    engine.Diff_Timeout = DEADLINE
    diffs = engine.diff_main("".join(map(code.__getitem__, a)), "".join(map(code.__getitem__, b)))
    engine.diff_cleanupSemantic(diffs)
    return ((op, len(run)) for op, run in diffs)


def _change(one: _Text, a: range, other: _Text, b: range) -> Change:
    op: Op = "replace" if a and b else "delete" if a else "insert"
    return Change(
        op,
        one.offsets[a.start],
        one.offsets[a.stop],
        other.offsets[b.start],
        other.offsets[b.stop],
    )
