"""An invented comparison of two long reports, put where the reader keeps comparisons.

``python -m bench.links A B``: six of ten sentences linked near the diagonal, a conflict in every
other link.
"""

from __future__ import annotations

import random
import sys

from tui.model import (
    Article,
    Comparison,
    Detail,
    DetailKind,
    Divergence,
    Link,
    Relation,
    Side,
    divergence_order,
)
from tui.read import load_story
from tui.store.comparisons import compare_cached


def invented(a: Article, b: Article, **_: object) -> Comparison:
    """Links and conflicts without a meaning."""
    chance = random.Random(1)
    last = len(b.sentences) - 1
    links = [
        Link(i, min(max(i + chance.randint(-3, 3), 0), last), 0.8)
        for i in range(len(a.sentences))
        if chance.random() < 0.6
    ]
    divergences = [
        Divergence(
            DetailKind.NUMBER,
            Relation.CONFLICTS,
            0.9,
            _number(a, link.i),
            _number(b, link.j),
        )
        for link in links[::2]
    ]
    return Comparison(a, b, tuple(links), tuple(sorted(divergences, key=divergence_order)))


def _number(article: Article, index: int) -> Side:
    text = article.sentences[index].text[9:12]
    return Side(index, Detail(DetailKind.NUMBER, 9, 12, text))


if __name__ == "__main__":
    one, other = (report.read() for report in load_story(sys.argv[1:]).reports)
    compare_cached(one, other, by=invented)
