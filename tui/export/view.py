"""What the exports for people share: numbered differences, and the rows that tell them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from tui.export.base import ExportOptions
from tui.export.captions import in_ascii, one_line
from tui.export.changed import Piece, changed_spans, pieces
from tui.export.selection import chosen_rows, places_of
from tui.marks import Mark, marks_by_sentence, runs
from tui.model import (
    SIDES,
    Article,
    Comparison,
    Divergence,
    Relation,
    Sentence,
    Translation,
    Which,
    other,
)
from tui.rows import Row, aligned_rows
from tui.words import KINDS, RELATIONS, SEVERITY, glyph, plain

__all__ = ["Difference", "View"]


@dataclass(frozen=True, slots=True)
class Difference:
    """A divergence that differs, with its running number and its words for a table.

    ``index`` is its place in ``comparison.divergences``. ``remark`` is what there is to say beyond
    the relation's name, and may be empty.
    """

    number: int
    index: int
    divergence: Divergence
    remark: str
    a: str
    b: str

    @property
    def relation(self) -> Relation:
        """How its two sides stand to each other."""
        return self.divergence.relation

    @property
    def label(self) -> str:
        """The relation's name."""
        return RELATIONS[self.relation].label

    @property
    def kind(self) -> str:
        """What a reader calls its kind."""
        return KINDS[self.divergence.kind]

    @property
    def told(self) -> str:
        """The remark, or else the relation's name: what stands beside the two sides."""
        return self.remark or self.label


class View:
    """A comparison laid out for reading; everything is computed when first asked for.

    Args:
        comparison: What to lay out.
        options: What of it is shown; everything by default.
    """

    def __init__(self, comparison: Comparison, options: ExportOptions | None = None) -> None:
        self.comparison = comparison
        self.options = options or ExportOptions()

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The aligned rows that are shown."""
        selection = self.options.selection
        return (
            chosen_rows(self.comparison, selection) if selection else aligned_rows(self.comparison)
        )

    @cached_property
    def differences(self) -> tuple[Difference, ...]:
        """The differences, numbered from 1 in the order in which the rows tell them."""
        divergences = self.comparison.divergences
        order = sorted(
            (index for index, d in enumerate(divergences) if d.differs and self._is_shown(d)),
            key=lambda index: self._row_of(divergences[index]),
        )
        return tuple(
            Difference(
                number=number,
                index=index,
                divergence=(d := divergences[index]),
                remark=self.remark(d),
                a=one_line(d.a.detail.text) if d.a else "",
                b=one_line(d.b.detail.text) if d.b else "",
            )
            for number, index in enumerate(order, start=1)
        )

    @cached_property
    def gravest_first(self) -> tuple[Difference, ...]:
        """The differences as a summary tells them: conflicts before what one side leaves out."""
        return tuple(sorted(self.differences, key=lambda d: SEVERITY[d.relation]))

    @cached_property
    def numbers(self) -> Mapping[int, int]:
        """Each difference's number, by its index among all divergences."""
        return {d.index: d.number for d in self.differences}

    @cached_property
    def differences_by_row(self) -> tuple[tuple[Difference, ...], ...]:
        """For each row the differences told there: beside A's sentence, else beside B's.

        Each difference is told once. One whose sentence is outside the rows is in none.
        """
        told: list[list[Difference]] = [[] for _ in self.rows]
        for difference in self.differences:
            row = self._row_of(difference.divergence)
            if row < len(told):
                told[row].append(difference)
        return tuple(tuple(found) for found in told)

    def _is_shown(self, divergence: Divergence) -> bool:
        """Whether both its sentences are: half a difference would point at what is not there."""
        return self.options.selection is None or all(
            place in self._places for place in places_of(divergence)
        )

    def _row_of(self, divergence: Divergence) -> int:
        which: Which = "a" if divergence.a else "b"
        side = divergence.a or divergence.b
        assert side is not None
        return self._places.get((which, side.sentence), len(self.rows))

    @cached_property
    def _places(self) -> Mapping[tuple[Which, int], int]:
        return {primary: n for n, row in enumerate(self.rows) for primary in row.primaries}

    @cached_property
    def counts(self) -> Mapping[Relation, int]:
        """How many divergences of each relation there are, gravest first."""
        found = Counter(d.relation for d in self.comparison.divergences if self._is_shown(d))
        return {relation: found[relation] for relation in RELATIONS}

    def remark(self, divergence: Divergence, seen_from: Which | None = None) -> str:
        """A divergence in plain words where they say more than its relation's name does."""
        said = one_line(plain(self.comparison, divergence, seen_from))
        words = RELATIONS[divergence.relation]
        return "" if said in (words.label, words.sentence) else said

    def tip(self, which: Which, divergence: Divergence) -> str:
        """A mark in words: how, what, and what the other report has instead."""
        parts = [f"{RELATIONS[divergence.relation].label}: {KINDS[divergence.kind]}"]
        across = other(which)
        if side := divergence.side(across):
            parts.append(f"{across.upper()} has “{one_line(side.detail.text)}”")
        if remark := self.remark(divergence, which):
            parts.append(remark)
        return " · ".join(parts)

    def article(self, which: Which) -> Article:
        """A or B."""
        return self.comparison.article(which)

    def sentence(self, which: Which, index: int) -> Sentence:
        """A sentence of A or of B."""
        return self.article(which).sentences[index]

    def translation(self, which: Which, index: int) -> Translation | None:
        """The translation of a sentence, if there is one and it is to be shown."""
        if not self.options.translations:
            return None
        return self.comparison.translations(which).get(index)

    def reading_notes(self, which: Which) -> list[str]:
        """What was done to make a report readable, a line each."""
        return [one_line(note) for note in self.article(which).notes]

    def pieces(self, which: Which, index: int, *, agreements: bool) -> list[Piece]:
        """A sentence cut at the borders of its marks, and of the words changed in them."""
        marks = [m for m in self._marks[which].get(index, ()) if self._is_shown(m.divergence)]
        shown = [m for m in marks if agreements or m.divergence.differs]
        spans = (span for m in shown for span in changed_spans(m.divergence, which))
        return pieces(runs(self.sentence(which, index).text, shown), spans)

    def paragraph(self, which: Which, index: int) -> int:
        """The number of a sentence's paragraph, from 1."""
        article = self.article(which)
        return article.paragraph_numbers[article.sentences[index].block]

    def opens_paragraph(self, which: Which, index: int) -> bool:
        """Whether a sentence is the first of its block."""
        sentences = self.article(which).sentences
        return index == 0 or sentences[index - 1].block != sentences[index].block

    def margin_number(self, which: Which, index: int) -> int:
        """The paragraph's number where it has to be told: where the rows enter the paragraph.

        B's sentences stand out of their order, so that its paragraphs are entered many times.
        Elsewhere 0.
        """
        return self._margins[which].get(index, 0)

    @cached_property
    def _margins(self) -> Mapping[Which, Mapping[int, int]]:
        margins: dict[Which, dict[int, int]] = {which: {} for which in SIDES}
        last = dict.fromkeys(SIDES, 0)
        for row in self.rows:
            for which, index in row.primaries:
                number = self.paragraph(which, index)
                if number != last[which]:
                    margins[which][index] = last[which] = number
        return margins

    @cached_property
    def title(self) -> str:
        """What to call the comparison: the story, or else both reports."""
        names = (one_line(self.article(which).name) for which in SIDES)
        return one_line(self.options.title or "") or " and ".join(names)

    def glyph(self, relation: Relation) -> str:
        """The sign of a relation."""
        return glyph(relation, ascii_only=self.options.ascii_only)

    def words(self, words: str) -> str:
        """Words of the program's own, in ASCII where that is wanted."""
        return in_ascii(words) if self.options.ascii_only else words

    @cached_property
    def headline(self) -> str:
        """What the comparison found, in one sentence of plain words."""
        count = self.comparison.summary
        differ = len(self.comparison.differences)
        whole = (
            f"{count['linked_a']} of {_counted(count['sentences_a'], 'sentence')} of A and "
            f"{count['linked_b']} of {count['sentences_b']} of B match; "
            f"{_counted(differ, 'difference') if differ else 'no differences'}."
        )
        selection = self.options.selection
        return f"{whole} This excerpt has only {selection.words}." if selection else whole

    @cached_property
    def _marks(self) -> Mapping[Which, Mapping[int, tuple[Mark, ...]]]:
        return {which: marks_by_sentence(self.comparison, which) for which in SIDES}


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
