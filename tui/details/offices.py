"""The offices a report gives a person, beside the name, and whether two exclude each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from tui.data import languages, load
from tui.details.at_hand import AT_HAND
from tui.details.phrases import PhraseTable
from tui.details.sorts import callings, ministers
from tui.details.vocabulary import vocabulary
from tui.details.words import words

if TYPE_CHECKING:
    from tui.details.placed_name import PlacedName
    from tui.details.vocabulary import Vocabulary
    from tui.details.words import Word

__all__ = [
    "Office",
    "compound_role",
    "exclude",
    "offices_in",
    "offices_of",
    "offices_of_several",
    "present_offices",
]

SHORTEST_PART, SHORTEST_ROLE = 4, 6
"""Letters of the parts of a compound; surnames end in shorter roles ("-bauer", "-sohn")."""

COMPLEMENT = 3
"""Words that say what an office is of: "médecin *du travail*, X"."""

REACH = 2
"""How many words from an office "former" may stand."""

BEFORE, BEHIND = 6, 4
"""How many words before a name ("the mayor of X, …") and behind it its office may stand."""


class Office(NamedTuple):
    """An office by its concept and the words ``first`` to ``last`` of its sentence."""

    concept: str
    first: int
    last: int


@cache
def _table(lang: str) -> PhraseTable[str]:
    """All offices of a language, the more exact ones before the roles of its lexicon."""
    roles = load(f"lexicon/{lang}").get("roles", {}) if lang in languages("lexicon") else {}
    deputies = load("offices")["deputies"].get(lang, ())
    exclusive = {concept for group in load("offices")["exclusive"] for concept in group}
    entries = [(phrase, concept) for concept, phrases in roles.items() for phrase in phrases]
    for concept in (c for c in sorted(roles) if f"vice-{c}" in exclusive):
        for phrase in roles[concept]:
            entries += [(pattern.format(phrase), f"vice-{concept}") for pattern in deputies]
    exact = [
        (form, concept)
        for concept, forms in load("offices")["exact"].items()
        for form in forms.get(lang, "").split("|")
    ]
    return PhraseTable([*ministers(lang), *exact, *callings(lang), *entries])


@lru_cache(maxsize=AT_HAND)
def offices_in(text: str, lang: str) -> tuple[Office, ...]:
    """All offices in the words of a sentence, whoever holds them."""
    sentence, terms = words(text), vocabulary(lang)
    found = [Office(hit.value, hit.first, hit.last) for hit in _table(lang).find(sentence)]
    if terms.compounds:
        known = {office.first for office in found}
        for at, word in enumerate(sentence):
            role = compound_role(word, terms) if at not in known else ""
            if role:
                found.append(Office(role, at, at))
    return tuple(found)


def offices_of_several(sentence: Sequence[Word], lang: str) -> Iterator[Office]:
    """The offices of words in the plural ("prosecutors"), where a final s makes it."""
    table = _table(lang)
    for at, word in enumerate(sentence):
        held = table.value(word.folded[:-1]) if word.folded.endswith("s") else None
        if held is not None:
            yield Office(held, at, at)


def compound_role(word: Word, terms: Vocabulary) -> str:
    """The role that the last part of a German compound tells ("Verkehrsdezernent"), or ``""``."""
    folded = word.folded
    if not word.capital or word.shouted or "-" in folded:
        return ""
    table = _table(terms.lang)
    for cut in range(SHORTEST_PART, len(folded) - SHORTEST_ROLE + 1):
        role = table.value(folded[cut:])
        if role is not None:
            return role
    return ""


def offices_of(place: PlacedName) -> Iterator[Office]:
    """The offices that stand beside a person's name, in apposition with or without a comma."""
    sentence, terms = place.sentence, vocabulary(place.lang)
    small = terms.small_words
    if place.first >= len(sentence):
        return
    for office in offices_in(place.text, place.lang):
        if place.first <= office.first and office.last < place.last:
            yield office  # a title that no lexicon of roles has
        elif office.last < place.first:
            if place.first - office.last <= BEFORE and _leads_to(office, place, small, terms):
                yield office
        elif office.first > place.last:
            between = sentence[place.last + 1 : office.first]
            follows = sentence[office.first].clause == sentence[place.last].clause + 1
            if len(between) < BEHIND and follows and _opens_apposition(between, small, terms):
                yield office


def present_offices(place: PlacedName) -> list[Office]:
    """Those of a person's offices that no word beside them says to be past or to come."""
    sentence, former = place.sentence, _former(place.lang)
    return [
        office
        for office in offices_of(place)
        if not any(
            word.folded in former
            for word in sentence[max(0, office.first - REACH) : office.last + 1 + REACH]
            if word.clause == sentence[office.first].clause
        )
    ]


@cache
def _former(lang: str) -> frozenset[str]:
    return frozenset(load("offices")["former"].get(lang, "").split())


def _opens_apposition(between: Sequence[Word], small: frozenset[str], terms: Vocabulary) -> bool:
    """Whether only what describes an office stands before it: "the hospital's", "a young"."""
    if all(word.folded in small for word in between):
        return True
    return between[0].folded in terms.determiners and all(
        word.folded.endswith("'s") or word.folded not in terms.function_words
        for word in between[1:]
    )


def _leads_to(office: Office, place: PlacedName, small: frozenset[str], terms: Vocabulary) -> bool:
    """Whether an office stands right before a name, or a comma and what it is the office of."""
    sentence = place.sentence
    between = sentence[office.last + 1 : place.first]
    if not between and sentence[office.last].clause == sentence[place.first].clause:
        return True
    if sentence[office.last].clause != sentence[place.first].clause - 1:
        return False
    if between and len(between) <= COMPLEMENT and between[0].folded in terms.particles:
        return sentence[place.first - 1].clause == sentence[office.last].clause
    return all(word.folded in small or word.capital for word in between)


def exclude(one: str, other: str) -> bool:
    """Whether nobody holds two offices at once, given by their concepts."""
    if one == other:
        return False
    (head, slash, _), (other_head, other_slash, _) = one.partition("/"), other.partition("/")
    if slash and other_slash and head == other_head:
        return True
    pair = {head, other_head}
    return len(pair) == 2 and any(pair <= set(group) for group in load("offices")["exclusive"])
