"""Who is given as the source: "police said", "laut Polizei", "according to two officials"."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import replace

from tui.details.attribution_match import match
from tui.details.base import ArticleContext, Kind
from tui.details.gazetteer import towns
from tui.details.introductions import introduced_as, is_body
from tui.details.source_description import without_genitive
from tui.details.source_phrases import source_phrases
from tui.details.spans import is_ordinary
from tui.details.text_values import Source
from tui.details.vocabulary import Vocabulary, vocabulary
from tui.details.words import Word, bare, words
from tui.model import Detail, DetailKind

__all__ = ["KIND", "extract"]


def extract(text: str, context: ArticleContext) -> list[Detail]:
    """Find the sources a sentence names, in order. A pronoun ("he said") is none."""
    sentence = words(text)
    terms = vocabulary(context.lang)
    phrases = source_phrases(text, context.lang)
    anonymous = bool(phrases and terms.anonymous.find(sentence))
    details = []
    for phrase in phrases:
        start, end = sentence[phrase.first].start, sentence[phrase.last].end
        described = list(sentence[phrase.first : phrase.last + 1])
        described[-1] = described[-1]._replace(folded=without_genitive(described[-1].folded))
        apposed = sentence[phrase.apposition.start : phrase.apposition.stop]
        value = _source(described, terms, context.aliases, anonymous=anonymous)
        if apposed:
            value = _joined(value, _source(apposed, terms, context.aliases, anonymous=anonymous))
        value = _introduced(value, described, context)
        details.append(Detail(DetailKind.ATTRIBUTION, start, end, text[start:end], value))
    return details


def _source(
    span: Sequence[Word], terms: Vocabulary, aliases: Mapping[str, str], *, anonymous: bool
) -> Source:
    groups = [hit for hit in terms.sources.find(span) if not _is_in_name(hit.first, span, terms)]
    offices = terms.roles.find(span)
    described = {at for hit in groups for at in range(hit.first, hit.last + 1)}
    if groups or offices:  # "US officials" are not named "US"
        for places in (terms.places, terms.adjectives):
            described.update(
                at for hit in places.find(span) for at in range(hit.first, hit.last + 1)
            )
    coded = terms.organisations.find(span)
    described.update(at for hit in coded for at in range(hit.first, hit.last + 1))
    states = [] if groups or offices else terms.places.find(span, capitals=True)
    codes = [f"organisation:{hit.value}" for hit in coded] + [f"place:{h.value}" for h in states]
    names = tuple(codes) + tuple(
        bare(part)
        for at, w in enumerate(span)
        if w.capital
        and at not in described
        and not is_ordinary(w, terms)
        and w.folded not in terms.honorifics
        and w.folded not in terms.roles
        and w.folded not in terms.determiners
        and not (groups and at and towns(bare(w.text)))  # "prosecutors in Dunkirk"
        for part in (aliases.get(w.text, w.text) if w.shouted else w.text).split()
    )
    count = None
    if groups:
        numbered = terms.counts.at(span, 0)
        count = numbered.value if numbered else None
    kinds = tuple(sorted({hit.value for hit in groups}))
    return Source(
        names=names,
        groups=kinds,
        offices=tuple(sorted({hit.value for hit in offices})),
        count=count,
        institution=any(w.capital and w.folded in terms.organisation_words for w in span),
        anonymous=anonymous or (bool(kinds) and not names and "sources" in kinds),
        wording=" ".join(w.folded for w in span),
    )


def _is_in_name(at: int, span: Sequence[Word], terms: Vocabulary) -> bool:
    """Whether a word is what a body is for or of, by its name: the Department for *Business*."""
    if at < 2 or not span[at].capital or span[at - 1].folded not in terms.parting:
        return False
    body = span[at - 2]
    return body.capital and body.folded in terms.organisation_words


def _introduced(source: Source, span: Sequence[Word], context: ArticleContext) -> Source:
    """A source that is but a name with what its report says of it elsewhere."""
    if source.groups or source.offices:
        return source
    name = next((w.text for w in reversed(span) if bare(w.text) in source.names), None)
    if name is None:
        return source
    groups, offices = introduced_as(name, context)
    return replace(
        source,
        groups=tuple(sorted(groups)),
        offices=tuple(sorted(offices)),
        institution=source.institution or (len(source.names) == 1 and is_body(name, context)),
    )


def _joined(source: Source, apposed: Source) -> Source:
    """A source with what an apposition tells of it: a name, an office, what it is."""
    return replace(
        source,
        names=source.names + apposed.names,
        groups=tuple(sorted({*source.groups, *apposed.groups})),
        offices=tuple(sorted({*source.offices, *apposed.offices})),
        institution=source.institution or (apposed.institution and not source.names),
    )


def _keys(detail: Detail) -> Iterable[Hashable]:
    """Under what a source may be found again."""
    value = detail.value
    return (*value.names, *value.groups, *value.offices) if isinstance(value, Source) else ()


KIND = Kind(name="attribution", extract=extract, match=match, keys=_keys)
