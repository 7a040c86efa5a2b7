"""What the textual kinds know of one language, compiled from its lexicon for look-up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from tui.data import languages, load
from tui.data.kept import kept
from tui.details.arabic import respelled
from tui.details.cases import declined
from tui.details.geography import landscape
from tui.details.opposites import Opposite, pairs, scales
from tui.details.phrases import PhraseTable
from tui.details.sorts import bodies, ministers, ministries
from tui.details.words import bare

__all__ = ["Vocabulary", "vocabulary"]

_NONE: Mapping[str, Any] = {}

SHORTEST_ZONE = 3
"""Letters of an abbreviated time zone that can hardly be a body as well, as "PT" can."""


@dataclass(frozen=True)
class Vocabulary:
    """The lexicon of one language; all tables are empty for a language without one.

    Words are case-folded; ``acronyms`` are the names that only count in capitals ("US", "WHO").
    ``prepositions`` maps one to its sense, "at", "to" or "from", shared by all languages.
    ``auxiliaries`` are verbs before which a bare capital that opens a sentence may be a name.
    ``forms`` has all phrases for a name's code ("place:DE", "organisation:UN"), adjectives too.
    ``docs/details.md`` says what each table is for.
    """

    lang: str
    compounds: bool
    adjectives_capital: bool
    function_words: frozenset[str]
    honorifics: frozenset[str]
    first_names: frozenset[str]
    organisation_words: frozenset[str]
    organisation_endings: tuple[str, ...]
    place_words: frozenset[str]
    place_endings: tuple[str, ...]
    place_prepositions: frozenset[str]
    directions: frozenset[str]
    compass: Mapping[str, str]
    prepositions: Mapping[str, str]
    particles: frozenset[str]
    joining: frozenset[str]
    listing: frozenset[str]
    parting: frozenset[str]
    determiners: frozenset[str]
    ordinary: frozenset[str]
    ordinary_endings: tuple[str, ...]
    things: frozenset[str]
    """Abbreviations, in capitals, that name no body: "DNA", "GMT"."""
    auxiliaries: frozenset[str]
    roles: PhraseTable[str]
    places: PhraseTable[str]
    adjectives: PhraseTable[str]
    organisations: PhraseTable[str]
    acronyms: frozenset[str]
    forms: Mapping[str, tuple[str, ...]]
    reporting: PhraseTable[str]
    verb_last: bool
    """Whether verbs stand behind all that they govern."""
    addressed: frozenset[str]
    speaking: frozenset[str]
    oblique: frozenset[str]
    perfect: frozenset[str]
    participles: frozenset[str]
    helping: frozenset[str]
    source_follows: PhraseTable[str]
    source_precedes: PhraseTable[str]
    anonymous: PhraseTable[str]
    reports: frozenset[str]
    source_ends: frozenset[str]
    said_objects: frozenset[str]
    own_account: PhraseTable[str]
    accounts: tuple[str, ...]
    genitives: frozenset[str]
    linking: frozenset[str]
    possessed: frozenset[str]
    in_view: frozenset[str]
    hearers: frozenset[str]
    sources: PhraseTable[str]
    counts: PhraseTable[int]
    certainty: PhraseTable[str]
    evident: frozenset[str]
    conditional_endings: tuple[str, ...]
    negation: PhraseTable[str]
    none_of: frozenset[str]
    concord: bool
    """Whether several negations of a clause deny once: "nikt nie", "não … ninguém"."""
    raising: frozenset[str]
    until: frozenset[str]
    bounds: frozenset[str]
    opposites: PhraseTable[tuple[Opposite, ...]]
    scales: PhraseTable[tuple[Opposite, ...]]

    @cached_property
    def small_words(self) -> frozenset[str]:
        """Determiners and particles: what stands between a name and what tells of it."""
        return self.determiners | self.particles

    @cached_property
    def generic_words(self) -> frozenset[str]:
        """Words of names that only say what sort of body or place it is."""
        return self.organisation_words | self.place_words


def _things(lang: str) -> frozenset[str]:
    known = load("abbreviations")
    offsets = load("details/signs")["zones"]
    zones = (name for name in offsets if name.isupper() and len(name) >= SHORTEST_ZONE)
    return frozenset([*known["every"].split(), *known.get(lang, "").split(), *zones])


@cache
def _given_names() -> frozenset[str]:
    """Given names of all languages, with their accents and without."""
    names = load("given_names")["names"].split()
    return frozenset(names) | frozenset(map(bare, names))


@cache
@kept
def vocabulary(lang: str) -> Vocabulary:
    """The compiled lexicon of a language, once a process.

    Args:
        lang: ISO 639-1 code; an unknown one gives empty tables, so kinds find less, not nothing.
    """
    raw = load(f"lexicon/{lang}") if lang in languages("lexicon") else _NONE
    raw = respelled(raw) if lang == "ar" else raw
    names: Mapping[str, Any] = raw.get("names", _NONE)
    attribution: Mapping[str, Any] = raw.get("attribution", _NONE)
    reporting: Mapping[str, Any] = raw.get("reporting", _NONE)
    negation = dict(raw.get("negation", _NONE))
    none_of, raising = negation.pop("none_of", ()), negation.pop("raising", ())
    until, bounds = negation.pop("until", ()), negation.pop("bounds", ())
    concord = negation.pop("concord", False)
    certainty = dict(raw.get("certainty", _NONE))
    evident = frozenset(certainty.pop("evident", ()))
    conditional_endings = tuple(certainty.pop("conditional_endings", ()))

    places = [*_entries(raw.get("places", _NONE)), *landscape(lang), *_places(lang)]
    organisations = [
        *_entries(raw.get("organisations", _NONE)), *bodies(lang), *ministries(lang)
    ]  # fmt: skip

    def listed(key: str) -> frozenset[str]:
        return frozenset(word.casefold() for word in names.get(key, ()))

    def endings(key: str) -> tuple[str, ...]:
        return tuple(sorted(names.get(key, ()), key=len, reverse=True))

    return Vocabulary(
        lang=lang,
        compounds=bool(names.get("compounds", False)),
        adjectives_capital=bool(names.get("adjectives_capital", False)),
        function_words=frozenset(raw.get("function_words", ())),
        honorifics=listed("honorifics"),
        first_names=_given_names(),
        organisation_words=listed("organisation_words"),
        organisation_endings=endings("organisation_endings"),
        place_words=listed("place_words"),
        place_endings=endings("place_endings"),
        place_prepositions=listed("place_prepositions"),
        directions=listed("directions"),
        compass=dict(_entries(raw.get("compass", _NONE))),
        prepositions=dict(_entries(raw.get("prepositions", _NONE))),
        particles=listed("particles"),
        joining=listed("joining"),
        listing=listed("listing"),
        parting=listed("parting"),
        determiners=listed("determiners"),
        ordinary=listed("ordinary"),
        ordinary_endings=endings("ordinary_endings"),
        things=_things(lang),
        auxiliaries=listed("auxiliaries"),
        roles=PhraseTable([*_entries(raw.get("roles", _NONE)), *_ministers(lang)]),
        places=PhraseTable(places),
        adjectives=_grouped(raw.get("adjectives", _NONE)),
        organisations=PhraseTable(organisations),
        acronyms=frozenset(
            phrase.casefold()
            for phrase, _ in (*_entries(raw.get("places", _NONE)), *organisations)
            if phrase.isupper()
        ),
        forms=_forms(
            places,
            _entries(raw.get("adjectives", _NONE)),
            organisations,
        ),
        reporting=PhraseTable(
            (phrase, value)
            for value, key in (("says", "verbs"), ("other", "not_verbs"))
            for phrase in reporting.get(key, ())
        ),
        verb_last=reporting.get("verb_last", False),
        addressed=frozenset(reporting.get("addressed", ())),
        speaking=frozenset(reporting.get("speaking", ())),
        oblique=frozenset(reporting.get("oblique", ())),
        perfect=frozenset(reporting.get("perfect", ())),
        participles=frozenset(reporting.get("participles", ())),
        helping=frozenset(reporting.get("helping", ())),
        source_follows=_listed(attribution.get("before", ()), "before"),
        source_precedes=_listed(attribution.get("after", ()), "after"),
        anonymous=_listed(attribution.get("anonymous", ()), "anonymous"),
        reports=frozenset(attribution.get("reports", ())),
        source_ends=frozenset(attribution.get("subjects_end", ())),
        said_objects=frozenset(attribution.get("objects", ())),
        own_account=_listed(attribution.get("own_account", ()), "own"),
        accounts=tuple(attribution.get("accounts", ())),
        genitives=frozenset(attribution.get("genitives", ())),
        linking=frozenset(attribution.get("linking", ())),
        possessed=frozenset(attribution.get("possessed", ())),
        in_view=frozenset(attribution.get("in_view", ())),
        hearers=frozenset(attribution.get("hearers", ())),
        sources=_grouped(raw.get("sources", _NONE)),
        counts=PhraseTable(
            (phrase, int(count))
            for count, phrases in raw.get("counts", _NONE).items()
            for phrase in phrases
        ),
        certainty=_grouped(certainty),
        evident=evident,
        conditional_endings=conditional_endings,
        negation=_grouped(negation),
        none_of=frozenset(none_of),
        concord=concord,
        raising=frozenset(raising),
        until=frozenset(until),
        bounds=frozenset(bounds),
        opposites=PhraseTable.on_demand(pairs(lang)),
        scales=PhraseTable.on_demand(scales(lang)),
    )


def _entries(groups: Mapping[str, Sequence[str]]) -> Iterable[tuple[str, str]]:
    return ((phrase, name) for name, phrases in groups.items() for phrase in phrases)


def _grouped(groups: Mapping[str, Sequence[str]]) -> PhraseTable[str]:
    return PhraseTable(_entries(groups))


def _forms(
    places: Iterable[tuple[str, str]],
    adjectives: Iterable[tuple[str, str]],
    organisations: Iterable[tuple[str, str]],
) -> dict[str, tuple[str, ...]]:
    """The phrases of each code, turned round from the tables that give a phrase's code."""
    forms: dict[str, list[str]] = {}
    for kind, entries in (
        ("place", places), ("place", adjectives), ("organisation", organisations)
    ):  # fmt: skip
        for phrase, code in entries:
            forms.setdefault(f"{kind}:{code}", []).append(phrase)
    return {code: tuple(phrases) for code, phrases in forms.items()}


def _ministers(lang: str) -> Iterable[tuple[str, str]]:
    return ((phrase, "minister") for phrase, _ in ministers(lang))


def _listed(phrases: Iterable[str], value: str) -> PhraseTable[str]:
    return PhraseTable((phrase, value) for phrase in phrases)


def _places(lang: str) -> Iterable[tuple[str, str]]:
    """The names of ``data/places/``: a line for a code, ``DE=Deutschland|…``."""
    if lang not in languages("places"):
        return
    for line in load(f"places/{lang}")["names"].splitlines():
        code, _, forms = line.partition("=")
        for form in forms.split("|"):
            if form:
                yield form, code
                yield from ((case, code) for case in declined(form, lang))
