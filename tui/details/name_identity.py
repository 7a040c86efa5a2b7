"""Whether two names in their sentences are one, or may yet be, in other words or letters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.details.gazetteer import Town, towns
from tui.details.geography import inner
from tui.details.known_names import full_key
from tui.details.likeness import ALIKE, CLOSE, SAME, likeness, look_alike, sound
from tui.details.meaning import cosine, cosines
from tui.details.mentions import distinctive
from tui.details.placed_name import PlacedName
from tui.details.vocabulary import vocabulary
from tui.details.weighing import PERSON
from tui.details.words import bare, words
from tui.model import DetailKind

if TYPE_CHECKING:
    from tui.encode import Encoder

__all__ = [
    "are_other_towns",
    "are_rivals",
    "identity",
    "is_called_after_town",
    "may_be_one",
    "translation",
]

TRANSLATED, MEANT = 0.5, 0.4
"""Cosines from which two names, or words of two names, may be translations of each other."""

TRANSLATION = 0.9
"""The identity of two names that are one town's, or one body's by the town it is called after."""

_PLAIN = frozenset(
    {"university", "college", "institute", "hospital", "school", "court", "museum", "theatre",
     "bank", "ministry", "newspaper", "airline", "party"}
)  # fmt: skip
"""Sorts of bodies that every language tells apart; what is an agency here is a council there."""

COGNATE, SHORT = 0.8, 5
"""Likeness (Levenshtein's) from which words of more letters than that are spellings of one."""


def identity(x: PlacedName, y: PlacedName, across: bool) -> float:
    """How surely two names are of one bearer, as :func:`likeness`, endings of exonyms aside."""
    if inner(x.name, y.name) is not None:
        return 0.0
    if x.name.key == y.name.key:
        return SAME
    if bool(x.own) != bool(y.own) and x.kind is y.kind is not DetailKind.PERSON:
        return 0.0  # "the bank" is no short form of a bank's name
    alike = likeness(x.name, y.name)
    if alike < CLOSE and _have_one_core(x, y):
        return TRANSLATION
    if across and ALIKE <= alike < CLOSE and max(x.name.evidence, y.name.evidence) < 0.9:
        return CLOSE if _is_exonym(x.name.key, y.name.key) else alike
    return alike


def _have_one_core(x: PlacedName, y: PlacedName) -> bool:
    """Whether two names are of one sort and of one town in two languages, or have one word."""
    if (x.name.role or y.name.role) and DetailKind.PERSON in {x.kind, y.kind}:
        return False
    if not x.own or not y.own or (x.sorts and y.sorts and not x.sorts & y.sorts):
        return False
    return bool(x.sorts and y.sorts) if x.own == y.own else bool(_towns(x) & _towns(y))


def _towns(place: PlacedName) -> frozenset[Town]:
    """The towns that a name's own words may mean."""
    fulls = (place.name.full, *place.name.nominatives)
    return towns(place.own).union(*(towns(full_key(full)) for full in fulls))


def are_rivals(x: PlacedName, y: PlacedName) -> bool:
    """Whether two codes are of one class of bodies, of which each does its own ("court/appeal")."""
    one, slash, _ = x.name.key.partition("/")
    return bool(slash) and one.startswith("organisation:") and y.name.key.startswith(f"{one}/")


def are_other_towns(x: PlacedName, y: PlacedName) -> bool:
    """Whether two names are surely of two towns, or called after two."""
    one, other = _towns(x), _towns(y)
    return bool(one and other) and not one & other


def is_called_after_town(place: PlacedName) -> bool:
    """Whether there is a town by the words a name has of its own."""
    return bool(_towns(place))


def _is_exonym(a: str, b: str) -> bool:
    """Whether two languages may have one place's name with other endings ("Silesia")."""
    shared = next(
        (k for k, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b))
    )
    return " " not in a + b and shared >= 4 and shared >= 0.7 * max(len(a), len(b))


def _may_be_titled(place: PlacedName, parts: list[str]) -> bool:
    """Whether the first of two words may be an office that no lexicon has ("Rektor X")."""
    terms = vocabulary(place.lang)
    return terms.compounds and len(parts) == 2 and parts[0] not in terms.first_names


def _are_cognates(a: str, b: str) -> bool:
    """Whether two words of two languages may be one name, spelled as each does ("Omikron")."""
    from rapidfuzz.distance import Levenshtein

    plain_a, plain_b = sound(a), sound(b)
    return _differ_in_ending(plain_a, plain_b) or (
        min(len(a), len(b)) > SHORT
        and Levenshtein.normalized_similarity(plain_a, plain_b) >= COGNATE
    )


def _differ_in_ending(a: str, b: str) -> bool:
    """Whether two words have but other endings: a name may end otherwise in another language."""
    shared = next(
        (k for k, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b))
    )
    return shared >= 4 and max(len(a), len(b)) - shared <= 3


def may_be_one(x: PlacedName, y: PlacedName, across: bool, encoder: Encoder | None = None) -> bool:
    """Whether two unlike names may yet mean the same: described in other words, or shortened.

    Across languages names of bodies are translated; the encoder, where one is given, tells those.
    """
    if are_rivals(x, y) or are_other_towns(x, y):
        return False
    one = [bare(w.text) for w in words(x.name.full)]
    other = [bare(w.text) for w in words(y.name.full)]
    short, long = (x, other) if len(one) <= len(other) else (y, one)
    if short.is_acronym and len(long) > (1 if across else 2):
        return True
    if across and x.is_acronym and y.is_acronym and sorted(one[0]) == sorted(other[0]):
        return True  # the letters of one body in another order: "OTAN", "NATO"
    if across and _is_spelled_otherwise(one, other, vocabulary(x.lang).particles):
        return True
    brief, full = sorted((" ".join(one), " ".join(other)), key=len)
    if len(brief) <= 3 and full.startswith(brief):
        return True  # an abbreviation
    if x.kind is y.kind is DetailKind.PERSON:
        return (
            one[-1] == other[-1]
            and not look_alike(one[0], other[0])
            and (_may_be_titled(x, one) or _may_be_titled(y, other))
        )
    if len(one) == len(other) and all(map(_are_forms, one, other)):
        return True
    if _are_of_two_sorts(x, y):
        return False
    places = x.kind is y.kind is DetailKind.PLACE  # towns lie near towns in meaning
    if across and encoder is not None and not places and not _share_a_word(one, other):
        text_x, text_y = x.side.detail.text, y.side.detail.text
        if cosine(text_x, text_y, encoder) >= TRANSLATED:
            return True
    return _have_words_in_common(x, y, across, encoder)


def translation(x: PlacedName, y: PlacedName, encoder: Encoder) -> float:
    """How near two names of bodies in two languages are in meaning; 0.0 if one is no body's."""
    bodies = DetailKind.ORGANISATION in {x.kind, y.kind} and DetailKind.PLACE not in {
        x.kind,
        y.kind,
    }
    persons = any(z.kind is DetailKind.PERSON and z.name.evidence >= PERSON for z in (x, y))
    known = ":" in x.name.key and ":" in y.name.key
    if not bodies or persons or known or x.is_acronym or y.is_acronym or _are_of_two_sorts(x, y):
        return 0.0
    return cosine(x.side.detail.text, y.side.detail.text, encoder)


def _have_words_in_common(
    x: PlacedName, y: PlacedName, across: bool, encoder: Encoder | None
) -> bool:
    """Whether two names have the words in common that do not only say what they name."""
    generic_x, own_x = _parted(x)
    generic_y, own_y = _parted(y)
    if across and generic_x and generic_y and own_x and own_y and encoder is not None:
        return bool(_common(own_x, own_y)) or _near_in_meaning(x, y, encoder)
    if across and ((generic_x and (generic_y or not own_x)) or (generic_y and not own_y)):
        return not (x.is_acronym or y.is_acronym)
    if len(own_x) == len(own_y) > 1 and generic_x == generic_y and not across:
        return len(_common(own_x, own_y)) == len(own_x)  # all but one word alike: a near miss
    return bool(_common(own_x, own_y))


def _are_of_two_sorts(x: PlacedName, y: PlacedName) -> bool:
    """Whether the names of two bodies say that one is a university, the other a bank."""
    return bool(
        x.kind is y.kind is DetailKind.ORGANISATION
        and x.sorts & _PLAIN
        and y.sorts & _PLAIN
        and not x.sorts & y.sorts
    )


def _common(mine: set[str], theirs: set[str]) -> set[str]:
    """Those of one name's words that the other has too, in a form of its own."""
    return {word for word in mine if any(_are_forms(word, other) for other in theirs)}


def _are_forms(a: str, b: str) -> bool:
    return a == b or _differ_in_ending(a, b)


def _is_spelled_otherwise(
    one: Sequence[str], other: Sequence[str], particles: frozenset[str]
) -> bool:
    """Whether two names of two languages are one but for letters, or a title no lexicon has."""
    if len(one) == len(other) == 1:
        return _are_cognates(one[0], other[0])
    if min(len(one), len(other)) < 2 or one[-2] in particles:
        return False
    return _sound(one[-2:]) == _sound(other[-2:])


def _sound(parts: Sequence[str]) -> set[str]:
    return {sound(part) for part in parts}


def _share_a_word(one: Sequence[str], other: Sequence[str]) -> bool:
    return bool(_sound(one) & _sound(other))


def _near_in_meaning(x: PlacedName, y: PlacedName, encoder: Encoder) -> bool:
    """Whether any word of one body's name may be a translation of one of the other's."""
    mine, theirs = distinctive(x), distinctive(y)
    return bool(mine and theirs and cosines(mine, theirs, encoder).max() >= MEANT)


def _parted(place: PlacedName) -> tuple[frozenset[str], set[str]]:
    """The words of a name that only say what it is, and the stems of its other words."""
    terms = vocabulary(place.lang)
    generic, own = set(), set()
    for word in words(place.side.detail.text):
        if word.folded in terms.organisation_words or word.folded.endswith(
            terms.organisation_endings
        ):
            generic.add(word.folded)
        elif len(word.folded) > 3 and word.folded not in terms.place_words:
            own.add(bare(word.folded))
    return frozenset(generic), own
