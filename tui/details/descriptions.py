"""What a report has in the place of a name that it does not give: "the mayor", "a hospital"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.details.name_identity import is_called_after_town
from tui.details.name_surroundings import size
from tui.details.offices import offices_in, offices_of, offices_of_several
from tui.details.placed_name import PlacedName
from tui.details.sorts import APPOSITION, Sorts, sorts
from tui.details.vocabulary import Vocabulary, vocabulary
from tui.details.words import Word, words
from tui.model import Detail, DetailKind

__all__ = ["description"]

LOOSE = frozenset(
    {
        "company",
        "agency",
        "charity",
        "council",
        "association",
        "club",
        "newspaper",
        "party",
        "bank",
        "union",
    }
)
"""Sorts of bodies whose names seldom say what they are."""

TAIL = 6
"""Letters of the last part of a compound by which it is known ("Umweltorganisation")."""

AGE_REACH = 3
"""How many words stand between a man and his age, at most: "un homme de 34 ans"."""


def description(
    place: PlacedName, text: str, lang: str, names: Sequence[PlacedName], *, alone: bool
) -> Detail | None:
    """Where a sentence of the other report speaks of a bearer without the name.

    Args:
        place: A name that the other report does not have.
        text: The sentence that is linked with the name's.
        lang: Its language.
        names: The names of that sentence; what stands beside one describes that.
        alone: Whether no other name of the two sentences is without a counterpart. Only then a
            body whose name does not say what it is may be "the company".
    """
    sentence = words(text)
    taken = set(_beside_names(sentence, names, lang, located=place.kind is DetailKind.PLACE))
    if place.kind is DetailKind.PERSON and (
        place.name.role or place.name.evidence >= 0.9 or any(offices_of(place))
    ):
        found = _person(place, text, taken, lang)
    else:
        found = _thing(place, sentence, taken, lang, alone)
    if found is None:
        return None
    start, end = sentence[found[0]].start, sentence[found[1]].end
    return Detail(place.kind, start, end, text[start:end])


def _beside_names(
    sentence: Sequence[Word], names: Sequence[PlacedName], lang: str, *, located: bool
) -> Iterator[int]:
    """The words of names and of what describes them; ``located``: "the hospital in X" too."""
    terms = vocabulary(lang)
    small = terms.small_words
    if located:
        small |= terms.place_prepositions
    for name in names:
        yield from range(name.first, name.last + 1)
        for office in offices_of(name):
            yield from range(office.first, office.last + 1)
        at = name.first - 1
        while at >= 0 and sentence[at].folded in small and not sentence[at].opens:
            at -= 1
        if at >= 0 and at > name.first - 4:
            yield at


def _person(place: PlacedName, text: str, taken: set[int], lang: str) -> tuple[int, int] | None:
    """An office of the person without a name, or a man of that age."""
    sentence = words(text)
    held = {office.concept for office in offices_of(place)} | {place.name.role}
    for office in (*offices_in(text, lang), *offices_of_several(sentence, lang)):
        free = taken.isdisjoint(range(office.first, office.last + 1))
        if free and (office.concept in held or office.concept.partition("/")[0] in held):
            return office.first, office.last
    age = _age(place)
    return _of_age(age, sentence, taken, sorts(lang)) if age else None


def _age(place: PlacedName) -> str:
    """The age that follows a name, as digits, or that stands before it ("the 34-year-old X")."""
    behind = range(place.last + 1, min(len(place.sentence), place.last + 1 + AGE_REACH))
    for at in (*behind, place.first - 1):
        if at >= 0:
            digits: str = place.sentence[at].text.partition("-")[0]
            if digits.isdigit() and len(digits) == 2:
                return digits
    return ""


def _of_age(
    age: str, sentence: Sequence[Word], taken: set[int], lexicon: Sorts
) -> tuple[int, int] | None:
    for at, word in enumerate(sentence):
        head, _, tail = word.text.partition("-")
        if head.rstrip("jährige") != age and head != age:
            continue
        if at in taken:
            continue
        if len(word.text) > len(age) and tail[:1].isupper():
            return at, at  # "der 34-Jährige"
        for near in range(max(0, at - AGE_REACH), min(len(sentence), at + AGE_REACH + 1)):
            if sentence[near].folded in lexicon.people and near not in taken:
                return min(at, near), max(at, near)
    return None


def _thing(
    place: PlacedName, sentence: Sequence[Word], taken: set[int], lang: str, alone: bool
) -> tuple[int, int] | None:
    """A common noun for what the name is a name of."""
    lexicon, terms = sorts(lang), vocabulary(lang)
    before = sorts(place.lang).before(place.sentence, place.first, _small_words(place))
    wanted, loose = place.sorts | before, False
    if not wanted and alone:
        wanted, loose = _likely_sorts(place), True
    if not wanted or wanted & _unnamed_sorts(place):
        return None
    for at, word in enumerate(sentence):
        if at in taken or not _noun_sorts(word, lexicon, terms) & wanted:
            continue
        follower = sentence[at + 1].folded if at + 1 < len(sentence) else ""
        if follower in lexicon.nouns and not terms.compounds:
            continue  # "the city council" is no city
        if not loose or _is_determined(sentence, at, terms):
            return at, at
    return None


def _likely_sorts(place: PlacedName) -> frozenset[str]:
    """What a name may be of that does not say it: a town, a country, some body."""
    if place.kind is not DetailKind.PLACE:
        return LOOSE if ":" not in place.name.key else frozenset()
    if place.name.adjective:
        return frozenset()
    if size(place) == "country":
        return frozenset({"country"})
    return frozenset({"town"}) if is_called_after_town(place) else frozenset()


def _noun_sorts(word: Word, lexicon: Sorts, terms: Vocabulary) -> frozenset[str]:
    """What a noun, or the last part of a German compound, may stand for."""
    folded = word.folded
    told = lexicon.nouns.get(folded) or lexicon.members.get(folded)
    if told is None and terms.compounds and word.capital:
        tail = max((n for n in lexicon.nouns if len(n) >= TAIL and folded.endswith(n)), default="")
        told = lexicon.nouns.get(tail)
    return told or frozenset()


def _small_words(place: PlacedName) -> frozenset[str]:
    terms = vocabulary(place.lang)
    return terms.small_words


def _unnamed_sorts(place: PlacedName) -> frozenset[str]:
    """The sorts that the name's own sentence has common nouns for, beside the name."""
    lexicon, terms, small = sorts(place.lang), vocabulary(place.lang), _small_words(place)
    head = place.first - 1
    while head >= 0 and place.sentence[head].folded in small:
        head -= 1
    explained = lexicon.in_apposition(
        place.sentence, place.last, terms.determiners, terms.function_words
    )
    beyond = place.last + 1 + (APPOSITION if explained else 0)
    return frozenset().union(
        *(
            lexicon.nouns.get(word.folded, frozenset())
            for at, word in enumerate(place.sentence)
            if not place.first <= at <= beyond and at != head and not word.capital
        )
    )


def _is_determined(sentence: Sequence[Word], at: int, terms: Vocabulary) -> bool:
    """Whether an article stands before a noun, an adjective between."""
    return any(sentence[k].folded in terms.determiners for k in range(max(0, at - 2), at))
