"""What sentences share as written: words and names."""

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

    Floats = NDArray[np.float64]
    Indices = NDArray[np.int64]

__all__ = ["wording_features"]

_ALIKE = 0.3
"""How alike two unrelated words may be spelled."""


def wording_features(a: Side, b: Side, pairs: Pairs) -> dict[str, Floats]:
    """Features of wording."""
    import numpy as np

    content = _content(a), _content(b)
    matches = _matched_words(content, pairs)
    cover_a, cover_b = matches.cover_x[0], matches.cover_y[0]
    capitals = _capitals(a), _capitals(b)
    word_cosine = _cosine(
        [Counter(own) for own in content[0]], [Counter(own) for own in content[1]], pairs
    )
    return {
        "words_max": np.maximum(cover_a, cover_b),
        "words_min": np.minimum(cover_a, cover_b),
        "words_sum": np.log1p(matches.common[0]),
        "word_cosine": word_cosine,
        "rare_capitals": _rare(*capitals, pairs),
        **pairs.standing(np.sqrt(cover_a * cover_b)).named("words"),
        **pairs.standing(word_cosine).named("word_cosine"),
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


def _matched_words(content: tuple[list[list[str]], list[list[str]]], pairs: Pairs) -> Matches:
    import numpy as np

    weight = rarity([*content[0], *content[1]])
    number: dict[str, int] = {}
    sides = []
    for words in content:
        distinct = [list(dict.fromkeys(own)) for own in words]
        kinds = [[number.setdefault(w, len(number)) for w in own] for own in distinct]
        sides.append(Items.of(kinds, [[max(weight(w), 0.05) for w in own] for own in distinct]))
    spelled = _spelled(list(number))

    def similarity(x: Indices, y: Indices) -> NDArray[Any]:
        alike: NDArray[Any] = spelled[x] @ spelled[y].T
        alike -= np.float32(_ALIKE)
        alike /= np.float32(1 - _ALIKE)
        alike.clip(0, 1, out=alike)
        alike[x[:, None] == y] = 1
        return alike

    return match_items(sides[0], sides[1], pairs, similarity)


def _spelled(words: list[str]) -> NDArray[Any]:
    """Vectors by spelling. Figures have none: 41 and 42 are spelled alike and are two things."""
    import numpy as np

    figure = np.array([any(map(str.isdigit, word)) for word in words], dtype=bool)
    spelled = CharacterEncoder(256).encode(words)
    return exact(np.where(figure[:, None], 0, spelled).astype(np.float32))
