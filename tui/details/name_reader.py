"""Reading the names of one sentence: which stretches of it are names, and what they name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.details.base import ArticleContext
from tui.details.cases import nominatives
from tui.details.gazetteer import towns
from tui.details.known_names import Found, KnownNames, full_key, without_opening, written
from tui.details.name_kinds import end_of_body, has_organisation_word, kind_of
from tui.details.no_names import has_known_head, is_common, is_part_of_town, titles
from tui.details.offices import compound_role
from tui.details.spans import Run, is_headline, runs
from tui.details.text_values import Name
from tui.details.vocabulary import Vocabulary
from tui.details.weighing import (
    ALIAS,
    BESIDE_PLACE,
    NAMED,
    NOUNS,
    PERSON,
    WEAK,
    evidence,
    has_age,
)
from tui.details.words import Word, bare
from tui.model import DetailKind

__all__ = ["NameReader"]


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
        """All names, without overlaps; none in the titles of works."""
        works = titles(self.text, self.sentence, self.terms)
        for name in self._names():
            start = self.sentence[name.first].start
            if not any(a <= start < b for a, b in works):
                yield name

    def _names(self) -> Iterator[Found]:
        lexicon = KnownNames(self.text, self.sentence, self.terms)
        known = list(lexicon.names())
        taken = {at for name in known for at in range(name.first, name.last + 1)}
        swallowed: set[int] = set()
        offices = self._offices()
        for span in runs(self.text, self.terms.lang):
            run = _with_known_start(span, known)
            if offices.issuperset(range(run.first, run.last + 1)):
                continue
            for name in self._of_run(run, known):
                if name.last > name.first or name.first not in taken:
                    swallowed.update(range(name.first, name.last + 1))
                    yield name
        for name in known:
            if name.first not in swallowed:
                yield name
        covered = taken | swallowed
        for at, word in enumerate(self.sentence):
            if (
                at not in covered
                and "-" in word.text
                and word.capital
                and not (self.terms.compounds and is_part_of_town(self.sentence, self.terms, at))
            ):
                yield from lexicon.within(at, word)

    def _offices(self) -> set[int]:
        """The words of offices told in several: of "la ministra de Sanidad" no word is a name."""
        hits = self.terms.roles.find(self.sentence)
        return {at for h in hits if h.last > h.first for at in range(h.first, h.last + 1)}

    def _of_run(self, run: Run, known: Sequence[Found]) -> Iterator[Found]:
        """The names a run of capitals holds beside the known ones."""
        inside = [k for k in known if run.first <= k.first <= run.last]
        if _is_exactly(run, inside):
            return
        if not self._is_organisation(run.first, run.last):
            for left, right in self._split_at_joints(run.first, run.last):
                yield from self._plain(left, right, inside)
            return
        first = without_opening(self.sentence, self.terms, run.first, run.last)
        for left, right in self._split_at_joints(first, run.last):
            if self._is_organisation(left, right) and not _is_exactly(Run(left, right), inside):
                yield self._organisation(left, right)
            else:
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
            if at < last and self.terms.compounds and compound_role(self.sentence[at], self.terms):
                role = compound_role(self.sentence[at], self.terms)
                at += 1
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
                if end == at and self._are_two_surnames(at, end + 1):
                    break
                end += 1
            while end > at and not self.sentence[end].capital:
                end -= 1
            beside = any(k.last == at - 1 or k.first == end + 1 for k in inside)
            found = self._judge(at, end, role, beside=beside)
            if found is not None:
                yield found
            role, at = "", end + 1

    def _are_two_surnames(self, at: int, following: int) -> bool:
        """Whether the article has two persons of these names ("dass Brenk Tarrows Plan kennt")."""
        aliases = self.context.aliases
        one = aliases.get(self.sentence[at].text)
        word = self.sentence[following].text
        other = aliases.get(word) or aliases.get(word.removesuffix("s"))
        return one is not None and other is not None and one != other

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

    def _judge(self, first: int, last: int, role: str, *, beside: bool) -> Found | None:
        """A candidate's kind and evidence; ``None`` for what is no name at all.

        Args:
            first: Its first word.
            last: Its last word.
            role: The role a title before it gives.
            beside: Whether it is what remains of a run next to a known name.
        """
        text = self._text(first, last)
        aliases = self.context.aliases
        alias = aliases.get(text) or aliases.get(text.rstrip("s'’"))
        supported = bool(role) or alias is not None
        if not supported and is_common(
            self.text,
            self.sentence,
            self.terms,
            range(first, last + 1),
            self.context.words.common,
        ):
            return None
        if first == last and has_known_head(self.sentence, self.terms, first):
            return None
        person = (
            bool(role)
            or self._is_first_name(first, last)
            or has_age(self.text, self.sentence, last)
        )
        weight = evidence(self.sentence, self.terms, first, last)
        if person:
            weight = PERSON
        elif alias is not None:
            weight = max(weight, ALIAS)
        elif self.headline or self._is_heading(last):
            weight = min(weight, WEAK)
        elif beside and first == last:
            weight = min(weight, BESIDE_PLACE)
        kind = DetailKind.PERSON if person else kind_of(self.sentence, self.terms, first, last)
        if not (person or supported) and self._is_town(first, last):
            if kind is DetailKind.ORGANISATION and first == last:
                weight = max(weight, NAMED)  # "its Swindon office"
            if kind is DetailKind.PERSON or first == last:
                kind = DetailKind.PLACE
        full = alias or text
        value = self._named(full, weight, role)
        return Found(first, last, kind, value) if value.key else None

    def _is_town(self, first: int, last: int) -> bool:
        """Whether a town has this name, in a language whose nouns have no capitals."""
        if self.terms.compounds:
            return False
        return bool(towns(" ".join(bare(w.text) for w in self.sentence[first : last + 1])))

    def _is_heading(self, last: int) -> bool:
        """Whether all words so far are a heading run into its text ("Flood Risk The town …")."""
        opening = self.sentence[: last + 1]
        if last + 2 >= len(self.sentence) or not all(word.capital for word in opening):
            return False
        following, next_but_one = self.sentence[last + 1], self.sentence[last + 2]
        starts = following.capital and following.folded in self.terms.function_words
        gap = self.text[opening[-1].end : following.start]
        return starts and not gap.strip() and (self.terms.compounds or not next_but_one.capital)

    def _organisation(self, first: int, last: int) -> Found:
        last = end_of_body(self.sentence, self.terms, last)
        text = self._text(first, last)
        full = self.context.aliases.get(text, text)
        weight = 0.85 if last > first else NOUNS
        if self.headline:
            weight = WEAK
        return Found(first, last, DetailKind.ORGANISATION, self._named(full, weight))

    def _named(self, full: str, weight: float, role: str = "") -> Name:
        bases = nominatives(full, self.terms.lang)
        return Name(full_key(full), full, role, evidence=weight, nominatives=bases)

    def _is_organisation(self, first: int, last: int) -> bool:
        if has_organisation_word(self.sentence, self.terms, first, last):
            return True
        opening = self.sentence[first].folded in self.terms.organisation_words
        return first == last and opening and end_of_body(self.sentence, self.terms, last) > last

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
            person = self.sentence[left].folded in self.terms.first_names
            if listing or not (person or self._names_a_kind(left, at)):
                cuts.append((left, at - 1))
                left = at + 1
        return [*cuts, (left, last)]

    def _names_a_kind(self, left: int, at: int) -> bool:
        """Whether a stretch says what it is the name of: "University", "Isle"."""
        generic = self.terms.place_words | self.terms.organisation_words
        return self._is_organisation(left, at - 1) or any(
            self.sentence[k].folded in generic for k in range(left, at)
        )

    def _is_first_name(self, first: int, last: int) -> bool:
        if self.sentence[first].folded not in self.terms.first_names or first >= last:
            return False
        return self.sentence[first + 1].capital or self.sentence[last].capital

    def _text(self, first: int, last: int) -> str:
        return written(self.text, self.sentence, first, last)


def _is_exactly(run: Run, inside: Sequence[Found]) -> bool:
    return any(k.first == run.first and k.last >= run.last for k in inside)


def _with_known_start(run: Run, known: Sequence[Found]) -> Run:
    """A run widened to the known place it begins in the middle of ("New York" Exchange)."""
    first = min((k.first for k in known if k.first < run.first <= k.last), default=run.first)
    return Run(first, run.last)
