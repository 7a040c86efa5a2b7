"""Who is given as the source: "police said", "laut Polizei", "according to two officials"."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence

from tui.details.attribution_match import match
from tui.details.base import ArticleContext, Kind
from tui.details.phrases import Hit
from tui.details.spans import is_ordinary
from tui.details.text_values import Source
from tui.details.vocabulary import Vocabulary, vocabulary
from tui.details.words import Word, bare, words
from tui.model import Detail, DetailKind

__all__ = ["KIND", "extract"]

LONGEST = 8
"""Words a source's description may have."""


def extract(text: str, context: ArticleContext) -> list[Detail]:
    """Find the sources a sentence names, in order. A pronoun ("he said") is none."""
    sentence = words(text)
    terms = vocabulary(context.lang)
    anonymous = bool(terms.anonymous.find(sentence))
    taken: set[int] = set()
    found: list[tuple[int, int]] = []
    for first, last in _spans(text, sentence, terms):
        if not taken.intersection(range(first, last + 1)):
            taken.update(range(first, last + 1))
            found.append((first, last))
    details = []
    for first, last in sorted(found):
        start, end = sentence[first].start, sentence[last].end
        value = _source(sentence[first : last + 1], terms, anonymous=anonymous)
        details.append(Detail(DetailKind.ATTRIBUTION, start, end, text[start:end], value))
    return details


def _spans(text: str, sentence: Sequence[Word], terms: Vocabulary) -> Iterator[tuple[int, int]]:
    """Stretches that describe a source: beside its marker, or a reporting verb's subject."""
    for hit in terms.source_follows.find(sentence):
        last = _forward(text, sentence, hit.last, terms)
        if last > hit.last and _is_described(sentence[hit.last + 1 : last + 1], terms):
            yield hit.last + 1, last
    for hit in terms.source_precedes.find(sentence):
        first = _backward(text, sentence, hit.first, terms)
        if first < hit.first and _is_described(sentence[first : hit.first], terms):
            yield first, hit.first - 1
    for hit in terms.reporting.find(sentence):
        if sentence[hit.first].capital and not sentence[hit.first].opens:
            continue
        span = _subject(text, sentence, hit, terms)
        if span is not None:
            yield span


def _subject(
    text: str, sentence: Sequence[Word], hit: Hit[str], terms: Vocabulary
) -> tuple[int, int] | None:
    """The subject of a reporting verb: before it, after it, or at its clause's beginning."""
    first = _backward(text, sentence, hit.first, terms)
    if first < hit.first and _is_described(sentence[first : hit.first], terms):
        return first, hit.first - 1
    if sentence[hit.first].folded in terms.addressed:
        return None
    clause = sentence[hit.first].clause
    opening = next(k for k, w in enumerate(sentence) if w.clause == clause)
    verb = hit.last if hit.last - hit.first == 1 else hit.first
    last = _forward(text, sentence, verb, terms)
    after = sentence[verb + 1 : last + 1]
    if after and (
        _is_grouped(after, terms) or (hit.first == opening and _is_described(after, terms))
    ):
        return verb + 1, last
    if (
        opening < hit.first
    ):  # a subordinate clause with its verb last: "wie die Polizei … mitteilte"
        for start in (opening, opening - 1):
            last = _forward(text, sentence, start, terms)
            between = sentence[start + 1 : min(last, hit.first - 1) + 1]
            if between and _is_grouped(between, terms):
                return start + 1, start + len(between)
    return None


def _forward(text: str, sentence: Sequence[Word], at: int, terms: Vocabulary) -> int:
    """The last word of a description that begins after ``at``."""
    last = at
    if at < 0:
        return at
    while last + 1 < len(sentence) and last - at < LONGEST:
        following = sentence[last + 1]
        gap = text[sentence[last].end : following.start]
        if following.clause != sentence[at].clause and last > at:
            break
        if last == at and gap.strip(" \t\n"):
            break
        if following.folded in terms.source_ends and not (
            last == at and following.folded in terms.determiners
        ):
            break
        if following.folded in terms.reporting:
            break
        joins = following.folded in terms.particles | terms.determiners
        if (
            terms.compounds
            and last > at
            and sentence[last].capital
            and not (following.capital or joins)
        ):
            break  # after its noun a German description goes on with a name or a genitive only
        last += 1
    return last


def _backward(text: str, sentence: Sequence[Word], at: int, terms: Vocabulary) -> int:
    """The first word of a description that ends before ``at``."""
    first = at
    while first > 0 and at - first < LONGEST:
        before = sentence[first - 1]
        gap = text[before.end : sentence[first].start]
        if gap.strip(" \t\n") or before.folded in terms.reporting:
            break
        if before.folded in terms.source_ends and before.folded not in terms.determiners:
            break
        first -= 1
        if before.folded in terms.determiners:
            break
    return first


def _is_grouped(span: Sequence[Word], terms: Vocabulary) -> bool:
    """Whether a description has a word that a lexicon knows for a kind of source."""
    return any(terms.sources.at(span, at) for at in range(len(span)))


def _is_described(span: Sequence[Word], terms: Vocabulary) -> bool:
    """Whether a stretch can be a source: a known group, a name, or an article with a noun."""
    if _is_grouped(span, terms):
        return True
    named = [w for w in span if w.capital and not is_ordinary(w, terms) and len(w.text) > 1]
    if terms.compounds:
        return any(
            w.folded in terms.first_names or w.folded in terms.roles or w.shouted for w in span
        ) or (len(named) == len(span) > 0)
    return bool(named) or (len(span) > 1 and span[0].folded in terms.determiners)


def _source(span: Sequence[Word], terms: Vocabulary, *, anonymous: bool) -> Source:
    hits = terms.sources.find(span)
    described = {at for hit in hits for at in range(hit.first, hit.last + 1)}
    names = tuple(
        bare(w.text)
        for at, w in enumerate(span)
        if w.capital
        and at not in described
        and not is_ordinary(w, terms)
        and w.folded not in terms.honorifics
        and w.folded not in terms.roles
        and w.folded not in terms.determiners
    )
    groups = tuple(sorted({hit.value for hit in hits}))
    count = None
    if groups:
        numbered = terms.counts.at(span, 0)
        count = numbered.value if numbered and numbered.value > 1 else None
    return Source(
        names=names,
        groups=groups,
        count=count,
        anonymous=anonymous or (bool(groups) and not names and "sources" in groups),
        wording=" ".join(w.folded for w in span),
    )


def _keys(detail: Detail) -> Iterable[Hashable]:
    """Under what a source may be found again."""
    value = detail.value
    return (*value.names, *value.groups) if isinstance(value, Source) else ()


KIND = Kind(name="attribution", extract=extract, match=match, keys=_keys)
