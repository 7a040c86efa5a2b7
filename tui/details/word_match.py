"""Which words of one sentence name the same as words of another, in one language or two.

Forms of one word and cognates are told by their letters, opposites' poles and notions counted by
the lexicons. The rest is the encoder's: its vectors of single words are a dictionary of sorts, in
which a word's translation or synonym lies at a cosine of .6 to .9, an unrelated word below .4.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any

from tui.details.at_hand import AT_HAND
from tui.details.surroundings import STEM, is_content
from tui.details.vocabulary import vocabulary
from tui.details.words import Word, bare, words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tui.encode import Encoder

__all__ = ["WordMatch", "same_word", "word_match"]

COGNATE = 0.9
"""Likeness (Jaro and Winkler's) from which long words of two languages are one."""

SHORTEST_COGNATE = 6

MOST_WORDS = 120
"""Content words of a sentence that are compared; more is a list, or no prose."""


@dataclass(frozen=True, eq=False)
class WordMatch:
    """How near the content words of two sentences are.

    Attributes:
        rows: By place in the first sentence, a content word's row in ``scores``.
        columns: The same for the second sentence and the columns.
        scores: In [0, 1], an array of shape ``(len(rows), len(columns))``.
    """

    rows: dict[int, int]
    columns: dict[int, int]
    scores: NDArray[np.float32]

    def best(self, mine: Sequence[int], theirs: Sequence[int]) -> NDArray[np.float32]:
        """The scores of some places of both sentences that are content words, as a block."""
        rows = [self.rows[k] for k in mine if k in self.rows]
        columns = [self.columns[k] for k in theirs if k in self.columns]
        block: NDArray[np.float32] = self.scores[rows][:, columns]
        return block

    def answers(self, mine: Iterable[int], theirs: Sequence[int], least: float) -> bool:
        """Whether a word of the first sentence has its like, a ``least`` near, first of all there.

        Args:
            mine: Places of the first sentence.
            theirs: Places of the second, among which the like must be.
            least: The score from which two words are alike.
        """
        everywhere = list(self.columns)
        for k in mine:
            block = self.best([k], everywhere)
            if block.size and block.max() >= least and everywhere[int(block.argmax())] in theirs:
                return True
        return False

    def transposed(self) -> WordMatch:
        """The same with the sentences changing places."""
        return WordMatch(self.columns, self.rows, self.scores.T)


def word_match(a: str, b: str, lang_a: str, lang_b: str, encoder: Encoder | None) -> WordMatch:
    """Compare the content words of two sentences.

    Args:
        a: The first sentence.
        b: The second sentence.
        lang_a: The language of ``a``.
        lang_b: The language of ``b``.
        encoder: For what letters and lexicons do not tell; ``None`` to leave that out.
    """
    hashed: Any = encoder
    return _word_match(a, b, lang_a, lang_b, hashed)


@lru_cache(maxsize=AT_HAND)
def _word_match(a: str, b: str, lang_a: str, lang_b: str, encoder: Any) -> WordMatch:
    import numpy as np

    one, other = _content(a, lang_a), _content(b, lang_b)
    near = _by_meaning(one, other, encoder) if encoder is not None and one and other else 0.0
    alike = np.array(
        [[same_word(x, y, lang_a, lang_b) for _, y in other] for _, x in one], dtype=np.float32
    ).reshape(len(one), len(other))
    scores = np.maximum(alike, near)
    return WordMatch(
        {k: row for row, (k, _) in enumerate(one)},
        {k: column for column, (k, _) in enumerate(other)},
        scores,
    )


def _content(text: str, lang: str) -> list[tuple[int, Word]]:
    terms = vocabulary(lang)
    found = ((k, w) for k, w in enumerate(words(text)) if is_content(w, terms))
    return list(islice(found, MOST_WORDS))


def _by_meaning(
    one: Sequence[tuple[int, Word]], other: Sequence[tuple[int, Word]], encoder: Encoder
) -> NDArray[np.float32]:
    """Cosines; of two numbers, which lie near each other whatever they are, none."""
    import numpy as np

    from tui.details.meaning import cosines

    near = cosines([w.text for _, w in one], [w.text for _, w in other], encoder).copy()
    numbers = [[w.text[0].isdigit() for _, w in side] for side in (one, other)]
    near[np.ix_(*numbers)] = 0.0
    return np.clip(near, 0.0, 1.0)


def same_word(a: Word, b: Word, lang_a: str, lang_b: str) -> bool:
    """Whether two words are forms of one, or, across languages, name one thing."""
    if lang_a == lang_b:
        one, other = bare(a.text), bare(b.text)
        shortest = min(len(one), len(other))
        return one[:STEM] == other[:STEM] or (
            shortest >= 4 and one[:shortest] == other[:shortest] and len(one) + len(other) < 12
        )
    return a.folded == b.folded or _named_alike(a.folded, b.folded, lang_a, lang_b)


@lru_cache(maxsize=16384)
def _named_alike(a: str, b: str, lang_a: str, lang_b: str) -> bool:
    from rapidfuzz.distance import JaroWinkler

    long_enough = min(len(a), len(b)) >= SHORTEST_COGNATE and a[0] == b[0]
    if long_enough and float(JaroWinkler.similarity(bare(a), bare(b))) >= COGNATE:
        return True
    return bool(_concepts(a, lang_a) & _concepts(b, lang_b))


@lru_cache(maxsize=8192)
def _concepts(word: str, lang: str) -> frozenset[str]:
    """What a word stands for in any language: poles of opposites, and notions counted by."""
    from tui.details.lexicon import lexicon

    found = {
        f"{pole.pair}:{pole.positive}" for pole in vocabulary(lang).opposites.value(word) or ()
    }
    role = lexicon(lang).roles.get(word)
    if role and role[0] != "measures":
        found.add(":".join(role))
    return frozenset(found)
