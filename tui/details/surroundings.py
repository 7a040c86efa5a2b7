"""Whether two places in two sentences play the same part, judged by what stands around them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from tui.details.at_hand import AT_HAND
from tui.details.vocabulary import Vocabulary, vocabulary
from tui.details.words import Word, bare, words

__all__ = [
    "STEM",
    "Alignment",
    "align",
    "closeness",
    "content",
    "is_content",
    "part_alike",
    "position_at",
]

STEM = 5
"""Letters by which two inflected forms of one word are taken for the same in one language."""


class Alignment(NamedTuple):
    """Which word of A answers which of B, for sentences of one language.

    ``pairs`` maps indices of A's words to B's for words that stayed; ``replaced`` holds the
    stretches that changed: half-open index ranges of A and of B, either possibly empty.
    """

    pairs: dict[int, int]
    replaced: tuple[tuple[range, range], ...]

    @property
    def backwards(self) -> dict[int, int]:
        """The same pairs from B to A."""
        return {j: i for i, j in self.pairs.items()}

    def transposed(self) -> Alignment:
        """The same seen from the other side."""
        return Alignment(self.backwards, tuple((in_b, in_a) for in_a, in_b in self.replaced))


@lru_cache(maxsize=AT_HAND)
def align(a: str, b: str) -> Alignment:
    """Align the words of two sentences by their longest common subsequence, case aside.

    Of several as long it is the same one from either side.
    """
    if b < a:
        return align(b, a).transposed()
    from rapidfuzz.distance import Indel

    words_a, words_b = [bare(w.text) for w in words(a)], [bare(w.text) for w in words(b)]
    pairs: dict[int, int] = {}
    replaced: list[tuple[range, range]] = []
    from_a = from_b = 0
    for block in Indel.opcodes(words_a, words_b):
        if block.tag != "equal":
            continue
        gap = (range(from_a, block.src_start), range(from_b, block.dest_start))
        if gap[0] or gap[1]:
            replaced.append(gap)
        pairs.update(
            zip(
                range(block.src_start, block.src_end),
                range(block.dest_start, block.dest_end),
                strict=True,
            )
        )
        from_a, from_b = block.src_end, block.dest_end
    rest = (range(from_a, len(words_a)), range(from_b, len(words_b)))
    if rest[0] or rest[1]:
        replaced.append(rest)
    return Alignment(pairs, tuple(replaced))


@lru_cache(maxsize=AT_HAND)
def content(text: str, lang: str) -> frozenset[str]:
    """The stems of a sentence's content words: all but function words and very short ones."""
    terms = vocabulary(lang)
    return frozenset(bare(w.text)[:STEM] for w in words(text) if is_content(w, terms))


def is_content(word: Word, terms: Vocabulary) -> bool:
    """Whether a word says something by itself."""
    folded = word.folded
    if folded[0].isdigit():
        return True
    long_enough = len(folded) > 2 or word.shouted or (terms.compounds and word.capital)  # "Öl"
    return long_enough and folded not in terms.function_words


@lru_cache(maxsize=AT_HAND)
def closeness(a: str, b: str, lang_a: str, lang_b: str) -> float:
    """How much two sentences say the same, in [0, 1], from their words alone.

    In one language the share of content words in common (Dice). Across languages what survives
    translation: numbers, names and cognates, and how the lengths compare.
    """
    one, other = content(a, lang_a), content(b, lang_b)
    if not one or not other:
        return 0.0
    common = len(one & other)
    if lang_a == lang_b:
        return 2 * common / (len(one) + len(other))
    length = min(len(one), len(other)) / max(len(one), len(other))
    anchors_a, anchors_b = _anchors(a), _anchors(b)
    fewest = min(len(anchors_a), len(anchors_b))
    shared = len(anchors_a & anchors_b)
    kept = shared / fewest if fewest else 0.5
    return 0.5 * length + 0.5 * max(kept, min(1.0, 3 * common / min(len(one), len(other))))


@lru_cache(maxsize=AT_HAND)
def _anchors(text: str) -> frozenset[str]:
    """Words that survive translation: numbers and capitalised words, by their beginnings."""
    return frozenset(
        bare(w.text)[:4]
        for w in words(text)
        if w.text[0].isdigit() or (w.capital and not w.opens and len(w.text) > 2)
    )


def position_at(sentence: Sequence[Word], index: int) -> float:
    """Where a word stands in its sentence, from 0 to 1."""
    return (index + 0.5) / len(sentence) if sentence else 0.5


def part_alike(alignment: Alignment, length_a: int, length_b: int, i: int, j: int) -> float:
    """How alike the parts of word ``i`` of A and ``j`` of B are, in sentences of one language.

    Returns:
        In [0, 1]: 1.0 if the words on both sides are the same and only these two differ.
    """
    left = _beside(alignment.pairs, (length_a, length_b), i, j, -1)
    right = _beside(alignment.pairs, (length_a, length_b), i, j, 1)
    replaced = any(i in in_a and j in in_b for in_a, in_b in alignment.replaced)
    return 0.35 * left + 0.35 * right + 0.3 * replaced


def _beside(pairs: dict[int, int], lengths: tuple[int, int], i: int, j: int, step: int) -> float:
    """How near, in one direction, the first word stands that both sentences share."""
    for distance in range(1, 4):
        here = i + step * distance
        if not 0 <= here < lengths[0]:
            at_edge = not 0 <= j + step < lengths[1]
            return (1.0 if at_edge else 0.5) if distance == 1 else 0.0
        if here in pairs:
            off = abs(pairs[here] - j)
            return max(0.0, 1.0 - 0.2 * (distance - 1) - 0.2 * (off - 1)) if off <= 4 else 0.0
    return 0.0
