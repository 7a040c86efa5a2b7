"""Alignment as a reader would have it, and whatever is fed to it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tui.align import align_articles, align_sentences
from tui.encode import reads_language
from tui.model import Article, Block, BlockKind, Link, Sentence, SentenceKind, Translation
from tui.read import read_article

A = [
    "Bakery fire in Lindholm leaves two injured",
    "A fire destroyed a bakery in the old town of Lindholm on Friday night, the fire brigade said.",
    "Two people were taken to hospital with burns.",
    "The bakery had been run by the Halvorsen family since 1921.",
    "Damage is put at 340,000 crowns.",
]
B = [
    "Traffic in the city centre was diverted until the morning.",
    "The damage amounts to about 340,000 crowns, according to the insurer.",
    "Two victims were treated for burns in hospital.",
    "Fire brigades fought a blaze in a bakery in Lindholm's old town on Friday night.",
    "Tickets for the summer festival go on sale next week.",
]
DE = [
    "Bei einem Brand in der Altstadt von Lindholm wurde am Freitagabend eine Bäckerei zerstört.",
    "Zwei Menschen kamen mit Verbrennungen ins Krankenhaus.",
    "Der Schaden beträgt etwa 340.000 Kronen.",
    "Karten für das Sommerfest gibt es ab nächster Woche.",
]


def pairs(
    a: Sequence[str], b: Sequence[str], lang_a: str = "en", lang_b: str = "en"
) -> set[tuple[int, int]]:
    return {(k.i, k.j) for k in align_sentences(a, b, lang_a=lang_a, lang_b=lang_b)}


def test_links_cross_and_look_alikes_stay_alone() -> None:
    found = pairs(A, B)
    assert {(1, 3), (2, 2), (4, 1)} <= found
    assert not {i for i, _ in found} & {3}
    assert not {j for _, j in found} & {0, 4}


def test_a_headline_and_the_lead_below_it_share_a_counterpart() -> None:
    assert {(0, 3), (1, 3)} <= pairs(A, B)


def test_links_are_found_across_languages() -> None:
    found = pairs(A, DE, "en", "de")
    assert {(1, 0), (2, 1), (4, 2)} <= found
    assert 3 not in {j for _, j in found}


def test_identical_articles_are_linked_sentence_by_sentence() -> None:
    assert {(k, k) for k in range(len(A))} <= pairs(A, A)


def test_a_report_printed_among_others_on_the_same_event_is_found_whole() -> None:
    seeds = Path(__file__).parents[2] / "seeds"
    reports = [read_article(path) for path in sorted(seeds.glob("00[012]_*.txt"))]
    texts = [[s.text for s in report.content] for report in reports]
    before, own = len(texts[0]), len(texts[1])
    found = pairs(texts[1], [text for report in texts for text in report])
    assert {(k, before + k) for k in range(own)} <= found


def test_links_are_sorted_and_scored_between_0_and_1_with_reasons() -> None:
    links = align_sentences(A, B, lang_a="en", lang_b="en")
    assert links == sorted(links, key=lambda k: (k.i, k.j))
    for link in links:
        assert 0 < link.score <= 1
        assert link.evidence
        assert all(math.isfinite(e.value) and math.isfinite(e.weight) for e in link.evidence)


@pytest.mark.parametrize(("b", "lang"), [(B, "en"), (DE, "de")])
def test_the_other_way_round_gives_the_transposed_links(b: list[str], lang: str) -> None:
    forward = align_sentences(A, b, lang_a="en", lang_b=lang)
    backward = align_sentences(b, A, lang_a=lang, lang_b="en")
    assert {(k.i, k.j, k.score, k.evidence) for k in forward} == {
        (k.j, k.i, k.score, k.evidence) for k in backward
    }


@pytest.mark.parametrize("lang", ["sv", "xx"])
def test_a_language_the_encoder_does_not_know_is_read_by_names_figures_and_spelling(
    lang: str,
) -> None:
    assert not reads_language(lang)
    found = pairs(A, B, "en", lang)
    assert (4, 1) in found
    assert (3, 4) not in found


def test_a_language_that_could_not_be_told_is_left_to_the_encoder() -> None:
    assert reads_language("und")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ([], []),
        (A, []),
        ([], B),
        (["One."], ["One."]),
        ([""], [""]),
        (["", " "], A),
        (["12", "13", "14 15"], ["12", "99"]),
        (["🎉🎉", "🌉"], ["🌉", "🎉"]),
        (["word " * 2_000], ["word " * 2_000, A[1]]),
        (["x" * 100_000], A),
        (["\ud800", "\x00"], ["\ud800"]),
        (["...", "?!"], ["—"]),
        (["橋は春まで閉鎖される。市長が述べた。"] * 3, ["桥将关闭至春天。"]),
    ],
)
def test_odd_input_gives_finite_scores_and_valid_indices(a: list[str], b: list[str]) -> None:
    for link in align_sentences(a, b, lang_a="en", lang_b="de"):
        assert 0 <= link.i < len(a)
        assert 0 <= link.j < len(b)
        assert 0 <= link.score <= 1


TEXT = st.lists(st.one_of(st.sampled_from(A + B + DE), st.text(max_size=30)), max_size=7)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXT, TEXT, st.sampled_from(["en", "de", "und", "xx"]))
def test_any_lists_align_the_same_from_either_side(a: list[str], b: list[str], lang: str) -> None:
    forward = align_sentences(a, b, lang_a="en", lang_b=lang)
    backward = align_sentences(b, a, lang_a=lang, lang_b="en")
    assert [(k.i, k.j, k.score) for k in forward] == sorted((k.j, k.i, k.score) for k in backward)


class CancelledError(Exception):
    """Raised by a reader who has seen enough."""


def test_progress_rises_to_its_end_and_cancels_by_raising() -> None:
    seen: list[tuple[int, int]] = []
    align_sentences(A, B, lang_a="en", lang_b="en", progress=lambda *at: seen.append(at))
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)
    assert seen[-1][0] == seen[-1][1]

    def stop(done: int, total: int) -> None:
        if done * 2 > total:
            raise CancelledError

    with pytest.raises(CancelledError):
        align_sentences(A, B, lang_a="en", lang_b="en", progress=stop)


def article(name: str, sentences: Sequence[tuple[SentenceKind, str]]) -> Article:
    kinds = {
        SentenceKind.TITLE: BlockKind.TITLE,
        SentenceKind.BODY: BlockKind.PARAGRAPH,
        SentenceKind.FURNITURE: BlockKind.FURNITURE,
    }
    text, blocks, found = "", [], []
    for index, (kind, sentence) in enumerate(sentences):
        start, end = len(text), len(text) + len(sentence)
        blocks.append(Block(kinds[kind], start, end))
        found.append(Sentence(index, sentence, start, end, index, kind))
        text += sentence + "\n"
    return Article(name, text, tuple(blocks), tuple(found), "en")


def test_furniture_is_left_out_and_indices_are_the_articles_own() -> None:
    furniture = (SentenceKind.FURNITURE, "Share this article")
    a = article("a", [furniture, (SentenceKind.TITLE, A[0]), furniture, (SentenceKind.BODY, A[2])])
    b = article("b", [(SentenceKind.BODY, B[4]), furniture, (SentenceKind.BODY, B[2])])
    links = align_articles(a, b)
    assert all(isinstance(link, Link) for link in links)
    assert (3, 2) in {(link.i, link.j) for link in links}
    assert not {link.i for link in links} & {0, 2}
    assert not {link.j for link in links} & {1}


def test_a_translation_into_the_others_language_is_what_is_aligned() -> None:
    body = SentenceKind.BODY
    a = article("a", [(body, sentence) for sentence in A[1:]])
    b = article("b", [(body, f"Eintrag {number}.") for number in range(len(B))])
    told = {n: Translation("en", sentence, "memory") for n, sentence in enumerate(B)}
    german = replace(b, lang="de")
    assert align_articles(a, german) == ()
    links = align_articles(a, german, translations_b=told)
    assert {(link.i, link.j) for link in links} >= {(0, 3), (1, 2), (3, 1)}
    turned = align_articles(german, a, translations_a=told)
    assert {(k.j, k.i, k.score) for k in turned} == {(k.i, k.j, k.score) for k in links}


OTHER_NEWS = [
    "El tribunal absolvió al entrenador.",
    "La fiscalía había pedido cuatro años de prisión para el técnico del club.",
    "Su abogada habló de un alivio tras dos años de espera.",
    "El presidente del club dijo que el contrato sigue vigente.",
]


@pytest.mark.parametrize("news", [A, DE])
def test_reports_of_different_events_are_not_linked(news: list[str]) -> None:
    lang = "de" if news is DE else "en"
    assert pairs(news, OTHER_NEWS, lang, "es") == set()


def test_figures_and_signs_alone_match_no_sentence() -> None:
    assert pairs([f"{number}." for number in range(5)], A, lang_a="de") == set()
    assert pairs(["☂ ☂ ☂", "12 345"], A) == set()
    assert (0, 1) not in pairs(["3 : 1", "2 : 0"], ["3 : 1", "A goal."])


def test_the_weights_say_what_they_were_made_from() -> None:
    import json

    import tui.data

    folder = Path(tui.data.__file__).parent / "align"
    for name in ("within", "across", "characters"):
        provenance = json.loads((folder / f"{name}.json").read_text("utf-8"))["provenance"]
        assert provenance["cases"]["stories_train"] > 0
        assert "stories_test" not in provenance["cases"]
