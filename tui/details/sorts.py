"""What a name is a name of, by the words in it and before it: a river, a hospital, a ministry.

"St Agnes Hospital" is a hospital and so is "l'hôpital Sainte-Agnès"; another report may have "the
hospital" for it. The sorts of ``tui/data/sorts`` have the same names in every language.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from tui.data import languages, load
from tui.details.phrases import PhraseTable
from tui.details.words import Word, bare

__all__ = ["APPOSITION", "Sorts", "bodies", "callings", "ministers", "ministries", "sorts"]

SHORTEST_PART = 3
"""Letters that stand before the last part of a compound ("Gardasee")."""

REACH = 3
"""How many small words may stand between what a name is of and the name ("lac de la …")."""

APPOSITION = 5
"""Words of an apposition that are read."""

_ALWAYS_NAMED = frozenset({"street", "bridge", "lake"})
"""Sorts whose compounds are names, but for those of the table ``common``."""

_NONE: Mapping[str, Any] = {}
_NO_SORTS: frozenset[str] = frozenset()


class Sorts(NamedTuple):
    """The sorts of one language; all tables are empty for a language without a file.

    Attributes:
        nouns: What may stand for a name without one, with its sorts.
        parts: The words of a name that tell its sort, those of ``nouns`` too.
        endings: Last parts of compounds, by their length, the longest first, each with its sort.
        people: Nouns for a person of whom no more is said.
        common: Compounds with such an ending that are no names ("Landstraße").
        places: The sorts that are of places; the others are of bodies.
        marks: Words that only names have ("Ltd").
        members: Nouns for those who act for a body, with its sorts ("judges").
        called: Words between a noun and the name of the thing ("a beach called X").
        works: Nouns for works, whose titles stand behind them in quotation marks.
        describing: Adjectives without a capital in the names of bodies ("Institut national").
        beside: Phrases before a place that something is not at but beside ("north of X").
    """

    nouns: Mapping[str, frozenset[str]]
    parts: Mapping[str, frozenset[str]]
    endings: Mapping[int, Mapping[str, str]]
    people: Mapping[str, frozenset[str]]
    common: frozenset[str]
    places: frozenset[str]
    marks: frozenset[str]
    members: Mapping[str, frozenset[str]]
    called: frozenset[str]
    works: frozenset[str]
    describing: frozenset[str]
    beside: PhraseTable[str]

    def of_word(self, word: str) -> frozenset[str]:
        """The sorts that a folded word of a name tells, a compound by its last part."""
        known = self.parts.get(word)
        if known is not None or word in self.common:
            return known or _NO_SORTS
        ending = self._ending(word)
        return frozenset({ending[1]}) if ending else _NO_SORTS

    def own_part(self, word: str) -> str:
        """What of a folded word is a name's own: "garda" of "Gardasee", nothing of "Klinikum"."""
        if word in self.parts:
            return ""
        ending = self._ending(word) if word not in self.common else None
        if ending is None:
            return word
        return word[: -len(ending[0])] if ending[1] in self.places else ""

    def _ending(self, word: str) -> tuple[str, str] | None:
        for length, sorts_of in self.endings.items():
            sort = sorts_of.get(word[-length:]) if len(word) >= length + SHORTEST_PART else None
            if sort is not None:
                return word[-length:], sort
        return None

    def is_named(self, word: str) -> bool:
        """Whether a folded compound is a name by its last part ("Lindenstraße")."""
        return word not in self.common and not self.of_word(word).isdisjoint(_ALWAYS_NAMED)

    def before(self, sentence: Sequence[Word], first: int, small: frozenset[str]) -> frozenset[str]:
        """The sorts that a common noun right before a name tells ("el río X", "the charity X").

        Args:
            sentence: The words of the sentence.
            first: Where the name begins.
            small: The articles and particles that may stand between.
        """
        for at in range(first - 1, max(-1, first - 2 - REACH), -1):
            word = sentence[at]
            if word.clause != sentence[first].clause:
                return _NO_SORTS
            if word.folded in self.nouns:
                return self.nouns[word.folded]
            joined = word.folded in small or word.folded in self.called
            if not joined and bare(word.text) not in small:
                return _NO_SORTS
        return _NO_SORTS

    def behind(self, sentence: Sequence[Word], last: int) -> frozenset[str]:
        """The sorts that a common noun right behind a name tells ("Stansted airport")."""
        if last + 1 >= len(sentence) or sentence[last + 1].clause != sentence[last].clause:
            return _NO_SORTS
        return self.nouns.get(sentence[last + 1].folded, _NO_SORTS)

    def in_apposition(
        self,
        sentence: Sequence[Word],
        last: int,
        determiners: frozenset[str],
        function_words: frozenset[str],
    ) -> frozenset[str]:
        """The sorts told behind a comma: "X, an environmental group".

        Args:
            sentence: The words of the sentence.
            last: Where the name ends.
            determiners: One of them opens the apposition.
            function_words: The first of them ends it.
        """
        behind = sentence[last + 1 : last + 2 + APPOSITION]
        if not behind or behind[0].folded not in determiners:
            return _NO_SORTS
        if behind[0].clause != sentence[last].clause + 1:
            return _NO_SORTS
        told = _NO_SORTS
        for word in behind[1:]:
            if word.clause != behind[0].clause or word.folded in function_words:
                break
            told = self.nouns.get(word.folded, told)
        return told


def _grouped(tables: Iterable[Mapping[str, str]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for table in tables:
        for sort, forms in table.items():
            for form in forms.split():
                found.setdefault(form.casefold(), set()).add(sort)
    return {form: frozenset(group) for form, group in found.items()}


@cache
def sorts(lang: str) -> Sorts:
    """The sorts of a language, once a process."""
    raw, abroad = _raw(lang), load("abroad")
    nouns = raw.get("organisation", _NONE), raw.get("place", _NONE)
    listed = {
        (ending.casefold(), sort)
        for table in (raw.get("endings", _NONE), abroad["endings"])
        for sort, forms in table.items()
        for ending in forms.split()
    }
    endings: dict[int, dict[str, str]] = {}
    for ending, sort in sorted(listed, key=lambda entry: (-len(entry[0]), entry)):
        endings.setdefault(len(ending), {}).setdefault(ending, sort)
    return Sorts(
        nouns=_grouped(nouns),
        parts=_grouped((*nouns, raw.get("marks", _NONE), abroad["parts"])),
        endings=endings,
        people=_grouped((raw.get("people", _NONE),)),
        common=frozenset(word.casefold() for word in raw.get("common", ())),
        places=frozenset((*raw.get("place", _NONE), *abroad["parts"])),
        marks=frozenset(w for forms in raw.get("marks", _NONE).values() for w in forms.split()),
        members=_grouped((raw.get("members", _NONE),)),
        called=frozenset(raw.get("called", "").split()),
        works=frozenset(raw.get("works", "").split()),
        describing=frozenset(raw.get("describing", "").split()),
        beside=PhraseTable(
            (phrase.format(direction), phrase)
            for phrase in raw.get("beside", ())
            for direction in (raw["directions"].split() if "{}" in phrase else ("",))
        ),
    )


def bodies(lang: str) -> Iterator[tuple[str, str]]:
    """The courts, houses of parliament and world bodies of a language, each with its code."""
    known: Mapping[str, Mapping[str, str]] = load("organisations")["bodies"]
    for code, names in known.items():
        yield from ((form, code) for form in names.get(lang, "").split("|") if form)


def ministries(lang: str) -> Iterator[tuple[str, str]]:
    """The ministries a language names by what they see to, each with its code."""
    yield from _offices(lang, "ministry")
    for code, phrases in _raw(lang).get("bodies", _NONE).items():
        yield from ((phrase, code) for phrase in phrases)


def callings(lang: str) -> Iterator[tuple[str, str]]:
    """What people do that no office is, by the words for them: farmers, owners, neighbours."""
    for calling, forms in _raw(lang).get("calling", _NONE).items():
        yield from ((form, calling) for form in forms.split())


def ministers(lang: str) -> Iterator[tuple[str, str]]:
    """The ministers a language names by what they see to, each with its concept."""
    return _offices(lang, "minister")


def _offices(lang: str, office: str) -> Iterator[tuple[str, str]]:
    raw = _raw(lang)
    for pattern in raw.get("office", _NONE).get(office, ()):
        for portfolio, forms in raw["portfolio"].items():
            for form in forms:
                yield pattern.format(form), f"{office}/{portfolio}"


def _raw(lang: str) -> Mapping[str, Any]:
    return load(f"sorts/{lang}") if lang in languages("sorts") else _NONE
