"""One article's sentences, prepared for alignment."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from tui.align.candidates import exact
from tui.align.windows import windows
from tui.encode.pieces import PieceEncoder, word_pieces

if TYPE_CHECKING:
    from datetime import date

    import numpy as np
    from numpy.typing import NDArray

    from tui.encode import Encoder
    from tui.encode.pieces import Parts, Pieces

__all__ = ["Side", "Texts", "first_batch", "fold"]

_WORD = re.compile(r"[^\W_]+(?:[.,:][0-9]+)*")
_UNSPACED = (("\u0e00", "\u0e7f"), ("\u2e80", "\u9fff"), ("\uf900", "\ufaff"))
"""Scripts without spaces, each from its first character to its last; no pattern, which takes long
to compile."""
_TERMINAL = re.compile(r"[.!?…。！？؟][\"'”’»«“)\]]*$|[\"”»]$")
_HOOD = 3
_BLOCK_CELLS = 4_000_000
_BATCH = 512
"""Sentences encoded between two reports of progress."""
_MOST_CHARACTERS = 4_000
"""What is looked at of a sentence, word by word; a longer one is no sentence."""


@dataclass(frozen=True)
class Texts:
    """What the caller gives: sentences with white space collapsed, and what is known of them.

    ``headlines`` are the sentences that stand as titles. The sentence after the last of them is
    the lead, or a deck that states the news as a lead does. ``headings`` stand over a part further
    down and seldom state anything.
    """

    sentences: tuple[str, ...]
    lang: str
    headlines: frozenset[int]
    published: date | None = None
    headings: frozenset[int] = frozenset()

    @classmethod
    def of(cls, sentences: Sequence[str], lang: str) -> Texts:
        """A bare list: what does not end like a sentence is a headline if first, else a heading."""
        flat = tuple(" ".join(sentence.split()) for sentence in sentences)
        open_ended = {i for i, s in enumerate(flat) if s and not _TERMINAL.search(s)}
        headlines = frozenset({0} if len(flat) > 1 and 0 in open_ended else ())
        # Where most have no full stop, as in Thai, its absence says nothing.
        told = 2 * len(open_ended) < len(flat)
        headings = frozenset(i for i in open_ended if told and i > len(headlines))
        return cls(flat, lang, headlines, headings=headings)

    @property
    def lead(self) -> int:
        """The first sentence below the headlines."""
        return max(self.headlines, default=-1) + 1


class Side:
    """Sentences, windows of them, vectors of both, the sentences' words and pieces.

    Windows are many, so theirs are in half the bits, which hold :func:`exact` vectors as they are.
    The windows of sentence ``s`` are the ``window_count[s]`` rows of ``window_vectors`` from
    ``window_start[s]``; a short one is its own only window.
    """

    def __init__(self, texts: Texts, encoder: Encoder, progress: Callable[[float], None]) -> None:
        """Encode the sentences; ``progress`` is told the share done."""
        import numpy as np

        self.texts = texts
        spans = [windows(sentence) for sentence in texts.sentences]
        count = np.array([len(own) for own in spans], dtype=np.int64)
        self.window_vectors, self.pieces = _encode(encoder, texts.sentences, spans, progress)
        if not self.pieces:
            self.pieces = word_pieces(encoder, [list(map(fold, own)) for own in self.words])
        start = np.cumsum(1 + count) - (1 + count)
        self.window_start, self.window_count = start + (count > 0), count.clip(min=1)
        self.vectors = self.window_vectors[start].astype(np.float32)
        self.lengths = np.log1p([len(s) for s in texts.sentences])

    def __len__(self) -> int:
        return len(self.texts.sentences)

    @cached_property
    def in_context(self) -> NDArray[np.float32]:
        """Vectors of each sentence together with the one before, which short ones lean on."""
        import numpy as np

        together = self.vectors.copy()
        together[1:] += self.vectors[:-1]
        together /= np.linalg.norm(together, axis=1, keepdims=True).clip(min=1e-6)
        return exact(together)

    @cached_property
    def own_hood(self) -> NDArray[np.float64]:
        """How near each sentence is to the nearest few of its own article."""
        import numpy as np

        hood = np.zeros(len(self))
        count = min(_HOOD, len(self) - 1)
        step = max(1, _BLOCK_CELLS // len(self))
        for start in range(0, len(self) if count else 0, step):
            block = self.vectors[start : start + step]
            near = block @ self.vectors.T
            near[np.arange(len(block)), np.arange(start, start + len(block))] = -1
            near = -np.sort(np.partition(-near, count - 1, axis=1)[:, :count], axis=1)
            hood[start : start + step] = near.mean(axis=1, dtype=np.float64)
        return hood

    @cached_property
    def centre(self) -> NDArray[np.float64]:
        """The mean vector."""
        import numpy as np

        middle: NDArray[np.float64] = self.vectors.mean(axis=0, dtype=np.float64)
        return middle

    @cached_property
    def has_letters(self) -> NDArray[np.bool_]:
        """Which sentences have a letter in them, rather than figures and signs alone."""
        import numpy as np

        return np.array([any(map(str.isalpha, s)) for s in self.texts.sentences], dtype=bool)

    @cached_property
    def words(self) -> list[list[str]]:
        """The words of each sentence as written; two characters each where none are spaced."""
        return [_words(sentence) for sentence in self.texts.sentences]

    @cached_property
    def role(self) -> NDArray[np.int64]:
        """2 for a headline, 1 for the lead, -1 for a heading, else 0."""
        import numpy as np

        role = np.zeros(len(self), dtype=np.int64)
        role[list(self.texts.headings)] = -1
        role[list(self.texts.headlines)] = 2
        if self.texts.lead < len(self):
            role[self.texts.lead] = 1
        return role


def _encode(
    encoder: Encoder,
    texts: Sequence[str],
    spans: Sequence[Parts],
    progress: Callable[[float], None],
) -> tuple[NDArray[np.float16], list[Pieces]]:
    """Encode batch by batch, telling the share done after each.

    Returns:
        :func:`exact` vectors of each text and then of its spans, in their context if the encoder
        reads it; and the pieces of the texts if it tells them.
    """
    import numpy as np

    vectors: list[NDArray[np.float16]] = []
    pieces: list[Pieces] = []
    for start in range(0, len(texts), _BATCH):
        batch = slice(start, min(start + _BATCH, len(texts)))
        if isinstance(encoder, PieceEncoder):
            encoded, told = encoder.encode_parts(texts[batch], spans[batch])
            pieces += told
        else:
            units = (
                (text, *(text[slice(*span)] for span in own))
                for text, own in zip(texts[batch], spans[batch], strict=True)
            )
            encoded = encoder.encode(list(chain.from_iterable(units)))
        vectors.append(exact(encoded).astype(np.float16))
        progress(batch.stop / len(texts))
    return np.concatenate(vectors), pieces


def first_batch(texts: Texts) -> tuple[Sequence[str], Sequence[Parts]]:
    """What a :class:`Side` of some texts gives its encoder first."""
    some = texts.sentences[:_BATCH]
    return some, [windows(sentence) for sentence in some]


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """A word without case and accents."""
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def _words(sentence: str) -> list[str]:
    found: list[str] = []
    for word in _WORD.findall(sentence[:_MOST_CHARACTERS]):
        if _is_unspaced(word):
            found += [word[at : at + 2] for at in range(max(1, len(word) - 1))]
        else:
            found.append(word)
    return found


def _is_unspaced(word: str) -> bool:
    """Whether any of a word is of a script without spaces."""
    return max(word) >= _UNSPACED[0][0] and any(
        first <= character <= last for character in word for first, last in _UNSPACED
    )
