"""Articles and comparisons made by hand, and hypothesis strategies for them.

``make_article(["One.", "Two."])`` is an article of one paragraph a sentence. A sentence may be a
pair of a block kind and a text. ``make_comparison()`` is a small story with a difference of every
relation; pass your own articles, links and divergences for anything else.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from hypothesis import strategies as st

from tui.model import (
    SENTENCE_KIND,
    Article,
    Block,
    BlockKind,
    Comparison,
    Detail,
    DetailKind,
    Divergence,
    Link,
    Relation,
    Sentence,
    Side,
    Translation,
    divergence_order,
)

__all__ = ["articles", "comparisons", "make_article", "make_comparison", "make_divergence", "side"]


def make_article(
    sentences: Sequence[str | tuple[BlockKind, str]],
    *,
    lang: str = "en",
    **metadata: Any,
) -> Article:
    """An article with a block to each sentence, a blank line between them."""
    metadata.setdefault("id", "report")
    text, blocks, found = "", [], []
    for index, given in enumerate(sentences):
        kind, words = (BlockKind.PARAGRAPH, given) if isinstance(given, str) else given
        if text:
            text += "\n\n"
        start = len(text)
        text += words
        blocks.append(Block(kind, start, len(text)))
        found.append(Sentence(index, words, start, len(text), index, SENTENCE_KIND[kind]))
    return Article(text=text, blocks=tuple(blocks), sentences=tuple(found), lang=lang, **metadata)


def side(
    article: Article, sentence: int, words: str, kind: DetailKind, value: object = None
) -> Side:
    """The first place where ``words`` stand in a sentence, as one side of a divergence."""
    start = article.sentences[sentence].text.index(words)
    return Side(sentence, Detail(kind, start, start + len(words), words, value))


def make_divergence(
    a: Article,
    b: Article,
    kind: DetailKind,
    relation: Relation,
    *,
    in_a: tuple[int, str] | None = None,
    in_b: tuple[int, str] | None = None,
    score: float = 0.9,
    note: str = "",
    elsewhere: bool = False,
) -> Divergence:
    """A divergence between the words of two sentences, or one and nothing."""
    return Divergence(
        kind,
        relation,
        score,
        side(a, *in_a, kind) if in_a else None,
        side(b, *in_b, kind) if in_b else None,
        note,
        elsewhere,
    )


def make_comparison(
    a: Article | None = None,
    b: Article | None = None,
    links: Iterable[tuple[int, int] | tuple[int, int, float]] = (),
    divergences: Iterable[Divergence] = (),
    **kwargs: Any,
) -> Comparison:
    """A comparison of the given articles; without any, of a small invented story."""
    if a is None or b is None:
        return _ferry()
    return Comparison(
        a=a,
        b=b,
        links=tuple(Link(k[0], k[1], k[2] if len(k) > 2 else 0.8) for k in sorted(links)),
        divergences=tuple(sorted(divergences, key=divergence_order)),
        **kwargs,
    )


def _ferry() -> Comparison:
    """An invented ferry accident, in English and German, with every relation once or more."""
    a = make_article(
        [
            (BlockKind.TITLE, "Ferry Runs Aground off Sandholm"),
            (BlockKind.BYLINE, "By Ada Moor"),
            "The ferry Alma ran aground on Monday with 64 people on board.",
            "Nobody was hurt, the harbour master said.",
            "“We will not sail again this week,” said the owner, Tor Lind.",
            "Divers found a crack of 3 metres in the hull.",
            "The island has been without a doctor since May.",
            (BlockKind.FURNITURE, "Share this article"),
        ],
        id="a",
        title="Ferry Runs Aground off Sandholm",
        source="Sandholm Courier",
        author="Ada Moor",
        published="2024-03-05",
        label="Courier",
        path="courier.txt",
    )
    b = make_article(
        [
            (BlockKind.TITLE, "Fähre vor Sandholm auf Grund"),
            "Taucher entdeckten einen Riss von vier Metern.",
            "Mit rund 60 Menschen an Bord ist die „Alma“ am Montag auf Grund gelaufen.",
            "Verletzt wurde niemand.",
            "„Diese Woche fahren wir nicht mehr“, sagte Reeder Tor Lind.",
            "Die Versicherung schätzt den Schaden auf 2,5 Millionen Euro.",
        ],
        id="b",
        lang="de",
        title="Fähre vor Sandholm auf Grund",
        source="Küstenblatt",
        published="2024-03-06",
        url="https://example.org/alma",
    )

    def divergence(kind: DetailKind, relation: Relation, **rest: Any) -> Divergence:
        return make_divergence(a, b, kind, relation, **rest)

    return make_comparison(
        a,
        b,
        links=[(0, 0, 0.93), (2, 2, 0.9), (3, 3, 0.81), (4, 4, 0.77), (5, 1, 0.71)],
        divergences=[
            divergence(
                DetailKind.NUMBER,
                Relation.IMPRECISE,
                in_a=(2, "64 people"),
                in_b=(2, "rund 60 Menschen"),
                note="B is vaguer",
            ),
            divergence(
                DetailKind.DATE, Relation.AGREES, in_a=(2, "on Monday"), in_b=(2, "am Montag")
            ),
            divergence(
                DetailKind.ATTRIBUTION, Relation.ONLY_A, in_a=(3, "the harbour master said")
            ),
            divergence(
                DetailKind.QUOTATION,
                Relation.REWORDED,
                in_a=(4, "“We will not sail again this week,”"),
                in_b=(4, "„Diese Woche fahren wir nicht mehr“"),
            ),
            divergence(
                DetailKind.PERSON, Relation.AGREES, in_a=(4, "Tor Lind"), in_b=(4, "Tor Lind")
            ),
            divergence(
                DetailKind.QUANTITY,
                Relation.CONFLICTS,
                in_a=(5, "3 metres"),
                in_b=(1, "vier Metern"),
                score=0.95,
            ),
            divergence(
                DetailKind.MONEY, Relation.ONLY_B, in_b=(5, "2,5 Millionen Euro"), score=0.8
            ),
            divergence(
                DetailKind.PLACE,
                Relation.AGREES,
                in_a=(6, "The island"),
                in_b=(0, "Sandholm"),
                elsewhere=True,
            ),
        ],
        translations_b={
            1: Translation("en", "Divers discovered a crack four metres long.", "memory de-en.tmx"),
            3: Translation("en", "No one was injured.", "memory de-en.tmx"),
        },
    )


CHARACTERS = st.characters(exclude_categories=["Cs", "Cc"])
"""What an article's text may hold: reading leaves no control characters and no surrogates."""


@st.composite
def articles(
    draw: st.DrawFn, *, max_sentences: int = 8, alphabet: st.SearchStrategy[str] = CHARACTERS
) -> Article:
    """Articles of any sentence kinds and any characters an article's text may hold."""
    words = st.text(alphabet, min_size=1, max_size=30)
    kinds = st.sampled_from(BlockKind)
    return make_article(
        draw(st.lists(st.tuples(kinds, words), max_size=max_sentences)),
        lang=draw(st.sampled_from(["en", "de", "ar", "ja", "und"])),
        title=draw(st.none() | words),
        source=draw(st.none() | words),
    )


@st.composite
def comparisons(
    draw: st.DrawFn, *, max_sentences: int = 8, alphabet: st.SearchStrategy[str] = CHARACTERS
) -> Comparison:
    """Comparisons with any links between content sentences and any marks on them."""
    a = draw(articles(max_sentences=max_sentences, alphabet=alphabet))
    b = draw(articles(max_sentences=max_sentences, alphabet=alphabet))
    pairs = [(s.index, t.index) for s in a.content for t in b.content]
    links = draw(st.sets(st.sampled_from(pairs), max_size=12)) if pairs else set()

    def any_side(article: Article, kind: DetailKind) -> Side:
        sentence = draw(st.sampled_from(article.content))
        start = draw(st.integers(0, len(sentence.text) - 1))
        end = draw(st.integers(start + 1, len(sentence.text)))
        return Side(sentence.index, Detail(kind, start, end, sentence.text[start:end]))

    divergences = []
    for _ in range(draw(st.integers(0, 6)) if pairs else 0):
        kind, relation = draw(st.sampled_from(DetailKind)), draw(st.sampled_from(Relation))
        divergences.append(
            Divergence(
                kind,
                relation,
                draw(st.floats(0, 1)),
                None if relation is Relation.ONLY_B else any_side(a, kind),
                None if relation is Relation.ONLY_A else any_side(b, kind),
                elsewhere=relation not in (Relation.ONLY_A, Relation.ONLY_B)
                and draw(st.booleans()),
            )
        )
    return make_comparison(a, b, links, divergences)
