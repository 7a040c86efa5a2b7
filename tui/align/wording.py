"""What sentences share as written: words and names; across languages, the senses of words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from math import log, sqrt
from typing import TYPE_CHECKING, Any

from tui.align.candidates import exact
from tui.align.items import Items, match_items
from tui.align.side import fold
from tui.align.terms import bags, rarity, shared
from tui.data import languages, load
from tui.encode.characters import CharacterEncoder

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tui.align.items import Matches
    from tui.align.pairs import Pairs
    from tui.align.side import Side
    from tui.encode import Encoder

    Floats = NDArray[np.float64]
    Indices = NDArray[np.int64]

__all__ = ["wording_features"]

_ALIKE_MEANING = (0.3, 0.9)
"""Cosines of the vectors of two words: below the first unrelated, above the second the same."""
_ALIKE_SPELLING = (0.3, 1.0)


def wording_features(a: Side, b: Side, pairs: Pairs, encoder: Encoder | None) -> dict[str, Floats]:
    """Features of wording.

    Args:
        a: Sentences of A.
        b: Sentences of B.
        pairs: The candidates.
        encoder: For the senses of words; ``None`` where spelling alone is to count.
    """
    import numpy as np

    content = _content(a), _content(b)
    matches = _matched_words(a, b, content, pairs, encoder)
    both = np.sqrt(matches.cover_x * matches.cover_y)
    capitals = _capitals(a), _capitals(b)
    word_cosine = _cosine(
        [Counter(own) for own in content[0]], [Counter(own) for own in content[1]], pairs
    )
    return {
        "words_max": np.maximum(matches.cover_x, matches.cover_y),
        "words_min": np.minimum(matches.cover_x, matches.cover_y),
        "words_sum": np.log1p(matches.common),
        "word_cosine": word_cosine,
        "rare_capitals": _rare(*capitals, pairs),
        **_standing("words", both, pairs),
        **_standing("word_cosine", word_cosine, pairs),
    }


def _standing(name: str, values: Floats, pairs: Pairs) -> dict[str, Floats]:
    """A feature's standing in row and column, as further features."""
    standing = pairs.standing(values)
    gaps, ranks = standing.gaps, standing.ranks
    return {
        f"{name}_margin": standing.margin,
        f"{name}_gap": gaps[0],
        f"{name}_gap_min": gaps[1],
        f"{name}_rank_min": ranks[0],
        f"{name}_rank_max": ranks[1],
    }


def _function_words(lang: str) -> frozenset[str]:
    if lang not in languages("align"):
        return frozenset()
    return frozenset(fold(word) for word in load(f"align/{lang}")["function_words"].split())


def _content(side: Side) -> list[list[str]]:
    """The folded words of each sentence that are not mere grammar."""
    skipped = _function_words(side.texts.lang)
    folded = ([fold(word) for word in words] for words in side.words)
    return [
        [w for w in words if w not in skipped and (len(w) > 1 or w.isdigit())] for words in folded
    ]


def _capitals(side: Side) -> list[set[str]]:
    """Words of each sentence with a figure, or with a capital that the first word does not need."""
    return [
        {
            fold(word)
            for place, word in enumerate(words)
            if any(map(str.isdigit, word)) or (place and word[0].isupper() and len(word) > 2)
        }
        for words in side.words
    ]


def _rare(a: Sequence[set[str]], b: Sequence[set[str]], pairs: Pairs) -> Floats:
    weight = rarity([*a, *b])

    def weighed(side: Sequence[set[str]]) -> list[dict[Hashable, float]]:
        return [{word: sqrt(weight(word)) for word in own} for own in side]

    return shared(*bags(weighed(a), weighed(b)), pairs)


def _cosine(a: Sequence[Mapping[str, int]], b: Sequence[Mapping[str, int]], pairs: Pairs) -> Floats:
    weight = rarity([*a, *b])

    def weighed(side: Sequence[Mapping[str, int]]) -> list[dict[Hashable, float]]:
        return [{t: (1 + log(n)) * weight(t) for t, n in own.items()} for own in side]

    left, right = bags(weighed(a), weighed(b))
    return shared(left.scaled(), right.scaled(), pairs)


def _matched_words(
    a: Side,
    b: Side,
    content: tuple[list[list[str]], list[list[str]]],
    pairs: Pairs,
    encoder: Encoder | None,
) -> Matches:
    import numpy as np

    weight = rarity([*content[0], *content[1]])
    numbers: dict[str, int] = {}
    sides, vectors, identity = [], [], []
    for side, words in zip((a, b), content, strict=True):
        known: dict[str, int] = {}
        kinds = [[known.setdefault(w, len(known)) for w in dict.fromkeys(own)] for own in words]
        weights = [[max(weight(w), 0.05) for w in dict.fromkeys(own)] for own in words]
        sides.append(Items.of(kinds, weights))
        vectors.append(_word_vectors(list(known), side, encoder))
        identity.append(np.array([numbers.setdefault(w, len(numbers)) for w in known]))

    def similarity(x: Indices, y: Indices) -> NDArray[Any]:
        best: NDArray[Any] = (identity[0][x][:, None] == identity[1][y][None, :]).astype(np.float32)
        for (left, right), (low, high) in zip(
            zip(*vectors, strict=True), (_ALIKE_SPELLING, _ALIKE_MEANING), strict=False
        ):
            alike = (left[x] @ right[y].T - np.float32(low)) / np.float32(high - low)
            np.maximum(best, alike.clip(0, 1), out=best)
        return best

    return match_items(sides[0], sides[1], pairs, similarity)


def _word_vectors(words: list[str], side: Side, encoder: Encoder | None) -> list[NDArray[Any]]:
    """Vectors by spelling and, with an encoder, by meaning, as the word is written in the text.

    Figures have none: 41 and 42 are spelled alike and are two things.
    """
    import numpy as np

    figure = np.array([any(map(str.isdigit, word)) for word in words], dtype=bool)
    spelled = CharacterEncoder(256).encode(words)
    vectors = [exact(np.where(figure[:, None], 0, spelled).astype(np.float32))]
    if encoder is not None:
        written: dict[str, str] = {}
        for own in side.words:
            for word in own:
                written.setdefault(fold(word), word)
        meant = encoder.encode([written[word] for word in words])
        vectors.append(exact(np.where(figure[:, None], 0, meant).astype(np.float32)))
    return vectors
