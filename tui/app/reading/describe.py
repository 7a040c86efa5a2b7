"""What the reader is told in words: of a report, of a comparison, of a sentence."""

from __future__ import annotations

from collections import Counter

from tui.app.reading.state import Place, Reading
from tui.model import Article, Comparison, Relation, Which

__all__ = ["coverage", "facts", "notes", "quotation", "situation", "tally"]


def facts(article: Article) -> list[str]:
    """What is known of a report besides its name: source, author, date, language, notes."""
    known = [article.source, article.author, (article.published or "")[:10], article.lang]
    known += article.notes
    shown = [fact for fact in known if fact and fact != article.name]
    return [*dict.fromkeys(" ".join(fact.split()) for fact in shown)]


def notes(comparison: Comparison) -> str:
    """What the reports shown have noted of how they were read; empty if nothing."""
    a, b = comparison.a, comparison.b
    articles = (a,) if a is b else (a, b)
    return " · ".join(f"{r.name}: {', '.join(r.notes)}" for r in articles if r.notes)


def coverage(comparison: Comparison, which: Which) -> str:
    """How much of a report is linked: "13/19 linked"."""
    summary = comparison.summary
    return f"{summary[f'linked_{which}']}/{summary[f'sentences_{which}']} linked"


def tally(reading: Reading) -> list[tuple[Relation, int, str]]:
    """The marked differences counted by relation, gravest first; both one-sided ones in one."""
    words = {
        Relation.CONFLICTS: ("conflict", "conflicts"),
        Relation.IMPRECISE: ("imprecise", "imprecise"),
        Relation.REWORDED: ("reworded", "reworded"),
        Relation.ONLY_A: ("on one side", "on one side"),
    }
    counts = Counter(reading.marked.counts)
    counts[Relation.ONLY_A] += counts.pop(Relation.ONLY_B, 0)
    return [(r, counts[r], words[r][counts[r] != 1]) for r in words if counts[r]]


def quotation(reading: Reading, place: Place) -> str:
    """A sentence with its source, to be pasted: “…” — Source, date, ¶4."""
    article = reading.article(place.which)
    sentence = article.sentences[place.sentence]
    number = article.paragraph_numbers[sentence.block]
    source = article.source or article.title or article.name
    date = (article.published or "")[:10]
    reference = ", ".join(part for part in (source, date, f"¶{number}" if number else "") if part)
    return f"“{sentence.flat}” — {' '.join(reference.split())}"


def situation(reading: Reading) -> str:
    """Why the current sentence has no difference to show."""
    comparison, place = reading.comparison, reading.place
    across = "B" if place.which == "a" else "A"
    sentences = reading.article(place.which).sentences
    if not sentences:
        return "the report is empty"
    if not sentences[place.sentence].is_content:
        return "page furniture: left out of the comparison"
    if not comparison.links:
        return ""
    if not reading.matches(place):
        return f"{across} has nothing like this sentence"
    if reading.filters.narrowed:
        return "no difference of the kinds shown (d: filter)"
    if not comparison.divergences:
        return "still comparing, or no detail found in either report"
    return "no differing detail found here"
