"""Reading the names of one sentence: what each word may be, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tui.details.base import ArticleContext
from tui.details.spans import Run, is_headline, is_ordinary, runs
from tui.details.text_values import Name
from tui.details.vocabulary import Vocabulary
from tui.details.words import Word, bare, words
from tui.model import DetailKind

__all__ = ["Found", "NameReader"]

KNOWN = 0.95
WEAK = 0.25
OPENING = 0.36
"""A capitalised word that opens a sentence: a name only if the other side has one there too."""

SPEAKING = 0.45
"""The same before a reporting verb."""

NOUN = 0.4
"""A capitalised word in a language that capitalises its nouns, without an article."""


@dataclass(frozen=True, slots=True)
class Found:
    """A name by its words, not yet a detail."""

    first: int
    last: int
    kind: DetailKind
    value: Name
    within: tuple[int, int] | None = None
    """Offsets in the sentence where the name is only a part of a word ("US-Präsident")."""


class NameReader:
    """One sentence with all that is looked up in it."""

    def __init__(
        self, text: str, sentence: Sequence[Word], terms: Vocabulary, context: ArticleContext
    ) -> None:
        self.text = text
        self.sentence = sentence
        self.terms = terms
        self.context = context
        self.headline = is_headline(sentence, terms)

    def names(self) -> Iterator[Found]:
        """All names, without overlaps."""
        known = list(self._known())
        taken = {at for name in known for at in range(name.first, name.last + 1)}
        spans = list(runs(self.text, self.sentence, self.terms))
        swallowed: set[int] = set()
        for span in spans:
            run = _with_known_start(span, known)
            named = list(self._of_run(run, known))
            for name in named:
                inside = range(name.first, name.last + 1)
                if name.last > name.first or name.first not in taken:
                    swallowed.update(inside)
                    yield name
        for name in known:
            if name.first not in swallowed:
                yield name
        covered = taken | swallowed
        for at, word in enumerate(self.sentence):
            if at not in covered and "-" in word.text and word.capital:
                yield from self._within(at, word)

    def _known(self) -> Iterator[Found]:
        """What the lexicons name outright: places, organisations, peoples."""
        tables = (
            (self.terms.organisations, DetailKind.ORGANISATION, "organisation", False),
            (self.terms.places, DetailKind.PLACE, "place", False),
            (self.terms.adjectives, DetailKind.PLACE, "place", True),
        )
        taken: set[int] = set()
        plain = _without_genitive(self.sentence, self.terms)
        for table, kind, prefix, adjective in tables:
            lower = adjective and not self.terms.adjectives_capital
            hits = table.find(self.sentence, capitals=not lower)
            if plain:
                hits += table.find(plain, capitals=not lower)
            for hit in hits:
                span = range(hit.first, hit.last + 1)
                if taken.intersection(span) or not self._is_written_as_name(
                    hit.first, hit.last, adjective
                ):
                    continue
                taken.update(span)
                first = self._without_opening(hit.first, hit.last)
                yield Found(
                    first,
                    hit.last,
                    kind,
                    Name(
                        key=f"{prefix}:{hit.value}",
                        full=self._text(first, hit.last),
                        evidence=0.55 if adjective else KNOWN,
                        adjective=adjective,
                    ),
                )

    def _is_written_as_name(self, first: int, last: int, adjective: bool) -> bool:
        word = self.sentence[first]
        if not any(c.isupper() or c.islower() for c in word.text):
            return True
        if adjective and not self.terms.adjectives_capital:
            return True
        if first == last and word.folded.strip(".") in self.terms.acronyms:
            return word.shouted
        return word.capital or self.sentence[last].capital

    def _of_run(self, run: Run, known: Sequence[Found]) -> Iterator[Found]:
        """The names a run of capitals holds beside the known ones."""
        inside = [k for k in known if run.first <= k.first and k.last <= run.last]
        whole = _exactly(run, inside)
        if whole is not None:
            return
        if self._has_organisation_word(run.first, run.last):
            first = self._without_opening(run.first, run.last)
            parts = self._split_at_joints(first, run.last)
            for left, right in parts:
                if (
                    self._has_organisation_word(left, right)
                    and _exactly(Run(left, right), inside) is None
                ):
                    yield self._organisation(left, right)
                else:
                    yield from self._plain(left, right, inside)
            return
        for left, right in self._split_at_joints(run.first, run.last):
            yield from self._plain(left, right, inside)

    def _plain(self, first: int, last: int, inside: Sequence[Found]) -> Iterator[Found]:
        """Names of a stretch without an organisation's word, cut at known places and roles."""
        at = first
        role = self._role_before(first)
        while at <= last:
            place = next((k for k in inside if k.first == at), None)
            if place is not None and not self._is_first_name(at, last):
                at = place.last + 1
                continue
            hit = self.terms.roles.at(self.sentence, at)
            if hit is not None:
                role = hit.value
                at = hit.last + 1
                continue
            if self.sentence[at].folded.rstrip(".") in self.terms.honorifics:
                role = role or "person"
                at += 1
                continue
            if self.sentence[at].folded in self.terms.particles and not self.sentence[at].capital:
                at += 1
                continue
            end = at
            while end < last and not self._stops(end + 1, inside):
                end += 1
            while end > at and not self.sentence[end].capital:
                end -= 1
            found = self._judge(at, end, role)
            if found is not None:
                yield found
            role, at = "", end + 1

    def _stops(self, at: int, inside: Sequence[Found]) -> bool:
        return any(k.first == at for k in inside) and not self.sentence[at].shouted

    def _role_before(self, first: int) -> str:
        """The role that a lower-case title right before gives ("premier ministre X")."""
        for length in (3, 2, 1):
            if first >= length:
                hit = self.terms.roles.at(self.sentence, first - length)
                if hit is not None and hit.last == first - 1:
                    between = self.text[self.sentence[first - 1].end : self.sentence[first].start]
                    return hit.value if not between.strip() else ""
        return ""

    def _judge(self, first: int, last: int, role: str) -> Found | None:
        """A candidate's kind and evidence; ``None`` for what is no name at all."""
        sentence, terms = self.sentence, self.terms
        word = sentence[first]
        count = last - first + 1
        text = self._text(first, last)
        alias = self.context.aliases.get(text) or self.context.aliases.get(text.rstrip("s'’"))
        bare_word = count == 1 and not role and alias is None
        if bare_word and (is_ordinary(word, terms) or len(word.text) < 2):
            return None
        if count == 1 and self._has_known_head(word):
            return None
        person = bool(role) or self._is_first_name(first, last) or self._has_age(last)
        evidence = self._evidence(first, last)
        if person:
            evidence = 0.92
        elif alias is not None:
            evidence = max(evidence, 0.9)
        if self.headline and not person and alias is None:
            evidence = min(evidence, WEAK)
        kind = DetailKind.PERSON if person else self._kind(first, last)
        full = alias or text
        value = Name(key=_full_key(full), full=full, role=role, evidence=evidence)
        return Found(first, last, kind, value) if value.key else None

    def _has_known_head(self, word: Word) -> bool:
        """Whether a hyphenated compound only begins with a name ("UN-Gesandte")."""
        head = words(word.text.rpartition("-")[0])
        if not head or not self.terms.compounds:
            return False
        tables = (self.terms.places, self.terms.organisations)
        return head[0].shouted or any(head[0].folded in table for table in tables)

    def _evidence(self, first: int, last: int) -> float:
        sentence, terms = self.sentence, self.terms
        word = sentence[first]
        if word.shouted and first == last:
            return 0.85 if len(word.text) > 1 else WEAK
        if first < last:
            return 0.75
        if _is_genitive(word.text) and not terms.compounds:
            return 0.8
        before = sentence[first - 1] if first and not word.opens else None
        if before is None:
            follows = self.sentence[first + 1].folded if first + 1 < len(self.sentence) else ""
            return SPEAKING if follows in terms.reporting else OPENING
        if not terms.compounds:
            return 0.75
        if before.folded in terms.determiners or before.folded[-2:] in {"en", "er", "es", "em"}:
            return WEAK
        if before.folded in terms.place_prepositions:
            return 0.58
        return WEAK if self._follows_determiner(first) else NOUN

    def _follows_determiner(self, first: int) -> bool:
        """Whether an article and an adjective in -e stand before ("die alte X")."""
        before = self.sentence[first - 1].folded
        return (
            first > 1
            and before.endswith("e")
            and self.sentence[first - 2].folded in self.terms.determiners
        )

    def _kind(self, first: int, last: int) -> DetailKind:
        sentence, terms = self.sentence, self.terms
        before = sentence[first - 1].folded if first else ""
        tokens = {sentence[at].folded for at in range(first, last + 1)}
        if tokens & terms.place_words or any(
            sentence[last].folded.endswith(e) for e in terms.place_endings
        ):
            return DetailKind.PLACE
        if before in terms.place_prepositions and last - first < 2:
            return DetailKind.PLACE
        if first == last and sentence[first].shouted:
            return DetailKind.ORGANISATION
        if before in terms.determiners and not terms.compounds:
            return DetailKind.ORGANISATION
        return DetailKind.PERSON if last - first < 4 else DetailKind.ORGANISATION

    def _organisation(self, first: int, last: int) -> Found:
        text = self._text(first, last)
        full = self.context.aliases.get(text, text)
        evidence = 0.85 if last > first else 0.6
        if self.headline:
            evidence = WEAK
        value = Name(key=_full_key(full), full=full, evidence=evidence)
        return Found(first, last, DetailKind.ORGANISATION, value)

    def _has_organisation_word(self, first: int, last: int) -> bool:
        terms = self.terms
        if first == last:
            folded = self.sentence[first].folded
            return any(folded.endswith(e) for e in terms.organisation_endings)
        return any(
            (folded := bare(self.sentence[at].folded)) in terms.organisation_words
            or self.sentence[at].folded in terms.organisation_words
            or any(folded.endswith(e) for e in terms.organisation_endings)
            for at in range(first, last + 1)
        )

    def _without_opening(self, first: int, last: int) -> int:
        while first < last and self.sentence[first].folded in self.terms.determiners:
            first += 1
        return first

    def _split_at_joints(self, first: int, last: int) -> list[tuple[int, int]]:
        """Cut at "and", "of", "for" where they join names rather than make one."""
        cuts: list[tuple[int, int]] = []
        left = first
        for at in range(first, last):
            folded = self.sentence[at].folded
            if folded not in self.terms.joining or self.sentence[at].capital:
                continue
            inner = {self.sentence[k].folded for k in range(left, at)}
            listing = folded in self.terms.listing and not inner & self.terms.joining
            if listing or not self._names_a_kind(left, at):
                cuts.append((left, at - 1))
                left = at + 1
        return [*cuts, (left, last)]

    def _names_a_kind(self, left: int, at: int) -> bool:
        """Whether a stretch says what it is the name of: "University", "Isle"."""
        terms = self.terms
        return self._has_organisation_word(left, at - 1) or any(
            self.sentence[k].folded in terms.place_words | terms.organisation_words
            for k in range(left, at)
        )

    def _is_first_name(self, first: int, last: int) -> bool:
        if self.sentence[first].folded not in self.terms.first_names or first >= last:
            return False
        return self.sentence[first + 1].capital or self.sentence[last].capital

    def _has_age(self, last: int) -> bool:
        """Whether an age follows: ", 59," or "(75)"."""
        if last + 1 >= len(self.sentence):
            return False
        following = self.sentence[last + 1]
        between = self.text[self.sentence[last].end : following.start]
        after = self.text[following.end : following.end + 1]
        return (
            between in {", ", " ("}
            and after in {",", ")", "."}
            and following.text.isdigit()
            and len(following.text) <= 2
        )

    def _within(self, at: int, word: Word) -> Iterator[Found]:
        """A name that a hyphen joins to a common noun: "US-Präsident", "ESPN-Angaben"."""
        head, _, _ = word.text.rpartition("-")
        parts = words(head)
        if not parts:
            return
        start, end = word.start, word.start + len(head)
        for table, kind, prefix in (
            (self.terms.organisations, DetailKind.ORGANISATION, "organisation"),
            (self.terms.places, DetailKind.PLACE, "place"),
            (self.terms.adjectives, DetailKind.PLACE, "place"),
        ):
            hit = table.at(parts, 0)
            if hit is not None and hit.last == len(parts) - 1 and parts[0].capital:
                value = Name(f"{prefix}:{hit.value}", head, evidence=0.55, adjective=True)
                yield Found(at, at, kind, value, (start, end))
                return
        if parts[0].shouted and len(parts) == 1 and parts[0].folded not in self.terms.ordinary:
            value = Name(_full_key(head), head, evidence=0.55, adjective=True)
            yield Found(at, at, DetailKind.ORGANISATION, value, (start, end))

    def _text(self, first: int, last: int) -> str:
        text = self.text[self.sentence[first].start : self.sentence[last].end]
        return text[:-2] if _is_genitive(text) else text


def _exactly(run: Run, inside: Sequence[Found]) -> Found | None:
    return next((k for k in inside if (k.first, k.last) == (run.first, run.last)), None)


def _with_known_start(run: Run, known: Sequence[Found]) -> Run:
    """A run widened to the known place it begins in the middle of ("New York" Exchange)."""
    first = min((k.first for k in known if k.first < run.first <= k.last), default=run.first)
    return Run(first, run.last)


def _is_genitive(text: str) -> bool:
    return text.endswith(("'s", "’s"))


def _without_genitive(sentence: Sequence[Word], terms: Vocabulary) -> list[Word]:
    """The words with a genitive ending taken off ("Singapurs", "Spain's"); none if none has one."""
    plain: list[Word] = []
    changed = False
    for word in sentence:
        folded = word.folded
        if folded.endswith("'s"):
            folded = folded[:-2]
        elif terms.compounds and word.capital and folded.endswith("s") and len(folded) > 4:
            folded = folded[:-1]
        changed = changed or folded != word.folded
        plain.append(word if folded == word.folded else replace(word, folded=folded))
    return plain if changed else []


def _full_key(name: str) -> str:
    """The words of a name as they are compared: bare, in order, one space apart."""
    return " ".join(bare(word.text) for word in words(name))
