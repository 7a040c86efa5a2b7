"""What a number is a number *of*, told by the words around it, within and across languages."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from tui.data import load
from tui.details.at_hand import AT_HAND
from tui.details.lexicon import Lexicon, lexicon
from tui.details.set_amounts import past_of
from tui.details.token_phrases import Phrases
from tui.details.tokens import Token, index_at, tokenize

__all__ = ["Role", "broader", "events_of", "is_parent", "is_person", "role_of", "similarity"]

REACH, SPELT_REACH = 6, 16
"""How many words on either side tell the role, and signs where each is a word."""

_SAME_CUE = 0.15
"""What it says of two dates or durations that both have "until", or one "until", one "since"."""

_OPENS = "from"
"""The sense of what only opens a stretch, which the other report may tell by its end."""

_DENIED = {"until": "", "before": "from"}
"""What a sense becomes when it is denied: "*not until* Tuesday", "*not before* 2030"."""

_DENIED_WITHIN = 4

_MOVED = frozenset({"rose", "fell"})
"""The measures of what rose or fell."""

NOUN_WITHIN = 3
"""Words behind a number among which stands what it counts."""

_CLAUSE = frozenset(',;:.!?()[]"“”„«»、。，；：–—')


class Role(NamedTuple):
    """The surroundings of a number.

    ``before`` and ``after`` are content words, nearest first; ``event``, ``thing`` and
    ``measure`` the notions the lexicon finds in them; ``place`` is the relative position in the
    sentence, 0 to 1; ``beside`` the words right before and right after, function words too;
    ``whole`` says that the number is what another is a part of ("three of the *eleven*"),
    ``attribute`` that it is part of a word that describes ("*three*-toed"), ``part`` that it is of
    those told before ("*two* of them"), ``further`` that it is besides those ("*two* more");
    ``cue`` the sense of what stands before it ("until").
    """

    lang: str
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    beside: tuple[str, str] = ("", "")
    event: str = ""
    thing: str = ""
    measure: str = ""
    place: float = 0.0
    whole: bool = False
    attribute: bool = False
    part: bool = False
    further: bool = False
    cue: str = ""


def role_of(text: str, start: int, end: int, lang: str) -> Role:
    """The role of the number at ``text[start:end]``."""
    tokens = tokenize(text)
    first = index_at(tokens, start)
    last = index_at(tokens, end)
    known = lexicon(lang)
    spelt = _spelt(text, lang)
    reach = REACH if spelt is tokens else SPELT_REACH
    begins, ends = index_at(spelt, start), index_at(spelt, end)
    after, number = _clause(spelt[ends : ends + 3 * reach], known, reach)
    if number and after and after[0] in known.partitive:  # "three of the eleven libraries"
        rest, _ = _clause(tokens[last + number : last + number + 2 * REACH], known, REACH)
        after = rest
    before, number = _clause(spelt[max(0, begins - 2 * reach) : begins][::-1], known, reach)
    of = before and (before[-1] in known.partitive or before[0] in known.partitive - known.of)
    whole = bool(number and of)  # "three of the *eleven*", "tre stabilimenti su *undici*"
    spanned = [t.low for t in tokens[first:last] if t.is_word]
    measure = _notion("measures", after, before, spanned, known)
    return Role(
        lang=lang[:2],
        before=_content(before, known),
        after=_content(after, known),
        beside=(
            tokens[first - 1].low if first else "",
            tokens[last].low if last < len(tokens) else "",
        ),
        event=_notion("events", after, before, spanned, known),
        thing=_notion("things", after[:NOUN_WITHIN], [], spanned, known)
        or _of_parent(tokens, first, known),
        measure=measure,
        place=start / max(1, len(text)),
        whole=whole,
        attribute=last + 1 < len(tokens) and tokens[last].low == "-" and tokens[last + 1].glued,
        part=_is_part(tokens, first, last, known),
        further=_is_further(tokens, first, last, known),
        cue=_cue(tokens, first, known, moved=measure in _MOVED),
    )


@lru_cache(maxsize=AT_HAND)
def _spelt(text: str, lang: str) -> Sequence[Token]:
    """The tokens of a sentence, those of a known word as one where each of its signs is one."""
    tokens, phrases = tokenize(text), _spelt_words(lang)
    if phrases.empty:
        return tokens
    found: list[Token] = []
    place = 0
    while place < len(tokens):
        word, end = phrases.at(tokens, place) or ("", place + 1)
        token = tokens[place]
        if word:
            token = token._replace(text=word, low=word, end=tokens[end - 1].end, is_word=True)
        found.append(token)
        place = end
    return found


@cache
def _spelt_words(lang: str) -> Phrases[str]:
    """The notions and small words of a language that are set without spaces."""
    known = lexicon(lang)
    return Phrases(
        (word, word)
        for word in (*known.roles, *known.function, *known.conjunctions)
        if not known.counters.empty and len(tokenize(word)) > 1
    )


def _of_parent(tokens: Sequence[Token], first: int, known: Lexicon) -> str:
    """Children, where a parent stands before their number: "mother of *two*"."""
    before = tokens[max(0, first - 4) : first][::-1]
    words = [token for token in before if token.low not in known.partitive and token.is_word]
    return "children" if words and is_parent(words[0], known) else ""


def _is_part(tokens: Sequence[Token], first: int, last: int, known: Lexicon) -> bool:
    """Whether a number is of those told before: "two *of them*", "*among them* two"."""
    if known.part.at(tokens, last):
        return True
    before = known.part.before(tokens, first)
    if before is None or not before[1]:
        return before is not None
    token = tokens[before[1] - 1]  # "three of them under 18"
    return not (token.is_figure or token.low in known.words)


def _is_further(tokens: Sequence[Token], first: int, last: int, known: Lexicon) -> bool:
    """Whether a number comes on top of those told before: "ten *more*"."""
    place = past_of(tokens, last, known)
    after = known.further.at(tokens, place) or known.further.at(tokens, last)
    return bool(after or known.further.before(tokens, first))


def _cue(tokens: Sequence[Token], first: int, known: Lexicon, *, moved: bool) -> str:
    """The sense of the words right before a number, an article between them perhaps.

    Of what rose or fell they may say by how much, or to what.
    """
    found = (known.directions.before(tokens, first) if moved else None) or known.cues.before(
        tokens, first
    )
    if found is None and first and tokens[first - 1].low in known.function:
        found = known.cues.before(tokens, first - 1)
    if found is None:
        return ""
    sense, at = found
    denied = any(token.low in known.denials for token in tokens[max(0, at - _DENIED_WITHIN) : at])
    return _DENIED.get(sense, sense) if denied else sense


def _clause(tokens: Sequence[Token], known: Lexicon, reach: int) -> tuple[list[str], int]:
    """The words up to the end of the clause or a number, and the token after that number or 0."""
    words: list[str] = []
    for place, token in enumerate(tokens):
        if token.is_figure or (words and token.low in known.words):
            return words, place + 1
        if token.low in _CLAUSE or token.low in known.conjunctions:
            break
        if token.is_word:
            words.append(token.low)
        if len(words) == reach:
            break
    return words, 0


def _content(words: Sequence[str], known: Lexicon) -> tuple[str, ...]:
    return tuple(w for w in words if w not in known.function)[:4]


def _notion(
    table: str, after: Sequence[str], before: Sequence[str], spanned: Sequence[str], known: Lexicon
) -> str:
    """The notion of the nearest word that has one, what follows the number first."""
    for word in (*spanned, *after, *before):
        found = known.roles.get(word)
        if found is not None and found[0] == table:
            return found[1]
    return ""


@lru_cache(maxsize=AT_HAND)
def events_of(text: str, lang: str) -> frozenset[str]:
    """The notions of what happened that a sentence names."""
    roles = lexicon(lang).roles
    found = (roles.get(token.low, ("", "")) for token in _spelt(text, lang))
    return frozenset(notion for table, notion in found if table == "events")


def similarity(a: Role, b: Role) -> float:
    """How well two roles answer each other, from -1 (cannot) to about 1 (the same)."""
    score = 0.15 * (1 - abs(a.place - b.place)) - 0.2 * (a.whole != b.whole)
    for one, other in ((a.part, b.part), (a.further, b.further)):
        if one or other:
            score += 0.2 if one and other else -0.1
    if a.cue and b.cue:
        score += _cues(a.cue, b.cue)
    if a.event and b.event and b.event not in _near().get(a.event, ()):
        if a.event != b.event:
            return -1.0
        score += 0.4
    if a.thing and b.thing:
        score += _things(a.thing, b.thing)
    if a.measure and a.measure == b.measure:
        score += 0.2
    same = a.lang == b.lang
    score += 0.3 * _best(a.after[:2], b.after[:2], same)
    score += 0.15 * _best(a.before[:2], b.before[:2], same)
    score += 0.1 * _best(a.before + a.after, b.before + b.after, same)
    if same:
        score += 0.1 * sum(x == y != "" for x, y in zip(a.beside, b.beside, strict=True))
    return min(1.0, score)


def _cues(a: str, b: str) -> float:
    """What two senses say of two roles; "from May" does not exclude "until June"."""
    if a == b:
        return _SAME_CUE
    return 0.0 if _OPENS in {a, b} else -_SAME_CUE


def _things(a: str, b: str) -> float:
    """What two counted things say of two roles: soldiers are people, and no passengers."""
    if a == b:
        return 0.4
    wider = broader()
    return 0.2 if wider.get(a) == b or wider.get(b) == a else -0.25


def is_parent(token: Token, known: Lexicon) -> bool:
    """Whether a word is for one who has so many children: "a *father* of three"."""
    return token.low in known.ages.get("parents", ())


def is_person(token: Token, known: Lexicon) -> bool:
    """Whether a word names people of some sort: "man", "students"."""
    kind, notion = known.roles.get(token.low, ("", ""))
    return kind == "things" and "people" in {notion, broader().get(notion)}


@cache
def broader() -> Mapping[str, str]:
    """For notions of what is counted the wider notion each may be given by."""
    table: Mapping[str, str] = load("details/signs")["broader"]
    return table


@cache
def _near() -> Mapping[str, Sequence[str]]:
    table: Mapping[str, Sequence[str]] = load("details/signs")["near"]
    return table


def _best(a: Sequence[str], b: Sequence[str], same_language: bool) -> float:
    """1 where any word of one side is a word of the other, in another form or language perhaps."""
    return max((_alike(x, y, same_language) for x in a for y in b), default=0.0)


@lru_cache(maxsize=8192)
def _alike(a: str, b: str, same_language: bool) -> float:
    if a == b:
        return 1.0
    shortest = 4 if same_language else 5
    bare_a, bare_b = _bare(a), _bare(b)
    common = 0
    for x, y in zip(bare_a, bare_b, strict=False):
        if x != y:
            break
        common += 1
    longest = max(len(bare_a), len(bare_b))
    return 0.9 if common >= shortest and common >= 0.6 * longest else 0.0


@lru_cache(maxsize=8192)
def _bare(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
