"""What the reader is told in words: of a report, of a comparison, of a sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from tui.app.reading.selection import selected_text, whole_sentence
from tui.app.reading.state import Reading
from tui.compare import Stage
from tui.model import SIDES, Article, Comparison, Relation, Which

if TYPE_CHECKING:
    from tui.app.commands import Command

__all__ = [
    "at_end",
    "coverage",
    "facts",
    "hint",
    "notes",
    "quotation",
    "situation",
    "tally",
    "unfinished",
]


FILTERED = "no difference of the kinds shown; others are filtered out"


def facts(article: Article) -> list[str]:
    """What is known of a report besides its name: source, author, date, language, notes."""
    lang = "language not known" if article.lang == "und" else article.lang
    known = [article.source, article.author, (article.published or "")[:10], lang]
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


def quotation(reading: Reading) -> str:
    """What is selected, or the current sentence, with its source, to be pasted.

    “…” — Source, date, ¶4. Of a selection across both reports each stands in its own paragraph.
    """
    place = reading.place
    selection = reading.selection
    if selection is None or selection.is_empty:
        selection = whole_sentence(reading.article(place.which), place.which, place.sentence)
    articles = {which: reading.article(which) for which in SIDES}
    return "\n\n".join(
        f"“{text}” — {_reference(articles[which], first, last)}"
        for which, text, first, last in selected_text(selection, articles)
    )


def _reference(article: Article, first: int, last: int) -> str:
    """Where a quotation is from: the report, its date, the paragraphs of its blocks."""
    numbers = [n for n in article.paragraph_numbers[first : last + 1] if n]
    paragraphs = "–".join(map(str, dict.fromkeys((numbers[0], numbers[-1])))) if numbers else ""
    source = article.source or article.title or article.name
    known = (source, (article.published or "")[:10], f"¶{paragraphs}" if paragraphs else "")
    return " ".join(", ".join(part for part in known if part).split())


def hint(commands: Mapping[str, Command], reports: int) -> str:
    """What somebody needs who has never seen the reader: the keys to begin with.

    The most needed comes first, for a narrow terminal cuts the line. What a story of two reports
    has no need of is told of more of them.
    """
    keys = {name: command.key for name, command in commands.items()}
    view = keys["cycle_view"]
    told = [f"{keys['help']} help", f"{keys['next_difference']} next difference"]
    told.append(f"{view} {view} lists them")
    if reports > 2:
        told.append(f"{keys['matrix']} all {reports} reports at once")
    return " · ".join(told)


def situation(reading: Reading) -> str:
    """Why the current sentence has no difference to show."""
    comparison, place = reading.comparison, reading.place
    across = "B" if place.which == "a" else "A"
    sentences = reading.article(place.which).sentences
    if not sentences:
        return "the report is empty"
    if comparison.a is comparison.b:
        return "one report: there is nothing to compare it with"
    if not sentences[place.sentence].is_content:
        return "page furniture: left out of the comparison"
    if reading.stage is Stage.LINKS:
        return ""
    if not comparison.links:
        return reading.caution
    if not reading.matches(place):
        unlike = f"{across} has nothing like this sentence"
        return f"{unlike} · {reading.caution}" if reading.caution else unlike
    if reading.filters.narrowed:
        return FILTERED
    return unfinished(reading) or "no differing detail found here"


def at_end(reading: Reading, where: str) -> str:
    """Why there is no next difference, "below" or "above"."""
    if reading.marked.differences:
        found = f"no more differences {where}"
    else:
        found = FILTERED if reading.filters.narrowed else "no differences found"
    return unfinished(reading) or found


def unfinished(reading: Reading) -> str:
    """Why nothing more is known of the reports than is; empty if all is."""
    if reading.stage is Stage.DONE:
        return ""
    return "not compared to the end" if reading.halted else "still comparing"
