"""Looking sentences up in translation memories."""

from __future__ import annotations

import random
import string
import time
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from tui.translate import Memory, Unit, Variant, load_memory, write_tmx
from tui.translate.memory import FUZZY_THRESHOLD, lookup_key, search_memories


def memory(*pairs: tuple[str, str], name: str = "m.tmx", tags: str = "de en") -> Memory:
    first, second = tags.split()
    return Memory(name, tuple(Unit((Variant(first, a), Variant(second, b))) for a, b in pairs))


def found(memory: Memory, text: str, source: str = "de", target: str = "en") -> str | None:
    hit = memory.find(text, source, target)
    return hit.text if hit else None


def test_white_space_quotation_marks_and_dashes_make_no_difference() -> None:
    known = memory(("Er sagte: „Es geht’s – ja …“", "He said so."))
    for text in (
        'Er  sagte:\n"Es geht\'s - ja ..."',
        "Er sagte: «Es geht‘s — ja ...»",
        "Er sagte: “Es\u00a0ge\u00adht's – ja …”",
    ):
        hit = known.find(text, "de", "en")
        assert hit is not None
        assert (hit.text, hit.match) == ("He said so.", 1.0)


def test_composed_and_decomposed_letters_are_the_same() -> None:
    assert found(memory(("Fähre", "ferry")), "Fa\u0308hre") == "ferry"


@given(st.text())
def test_a_key_is_its_own_key(text: str) -> None:
    assert lookup_key(lookup_key(text)) == lookup_key(text)


def test_language_variants_count_as_one_language() -> None:
    known = memory(("Guten Tag.", "Good day."), tags="de-AT en_US")
    assert found(known, "Guten Tag.") == "Good day."
    assert found(known, "Guten Tag.", "DE-de", "en-GB") == "Good day."


def test_the_variant_asked_for_goes_before_another_of_its_language() -> None:
    unit = Unit((Variant("de", "Farbe"), Variant("en-GB", "colour"), Variant("en-US", "color")))
    known = Memory("m", (unit,))
    assert found(known, "Farbe", target="en-US") == "color"
    assert found(known, "Farbe", target="en") == "colour"


def test_a_memory_answers_in_both_directions() -> None:
    assert found(memory(("Tag.", "Day.")), "Day.", "en", "de") == "Tag."


def test_a_memory_in_other_languages_has_nothing() -> None:
    known = memory(("Guten Tag zusammen.", "Good day."))
    assert known.find("Guten Tag zusammen.", "nl", "en") is None
    assert known.find("Guten Tag zusammen.", "de", "fr") is None


def test_a_text_in_an_unknown_language_is_looked_up_in_all() -> None:
    assert found(memory(("Guten Tag.", "Good day.")), "Guten Tag.", "und") == "Good day."


def test_a_similar_sentence_is_found_with_its_similarity() -> None:
    known = memory(("Im Februar liefen zwei Fähren auf Grund.", "Two ferries ran aground."))
    hit = known.find("Im Februar liefen drei Fähren auf Grund.", "de", "en")
    assert hit is not None
    assert FUZZY_THRESHOLD <= hit.match < 1
    assert hit.source == "Im Februar liefen zwei Fähren auf Grund."


@pytest.mark.parametrize("text", ["Zwei Fähren liefen auf Grund", "Zwei Fähren liefen auf Grund.!"])
def test_a_similar_sentence_may_be_longer_or_shorter(text: str) -> None:
    assert found(memory(("Zwei Fähren liefen auf Grund.", "Two.")), text) == "Two."


def test_a_sentence_below_the_threshold_is_not_found() -> None:
    known = memory(("Im Februar liefen zwei Fähren auf Grund.", "Two ferries ran aground."))
    assert known.find("Im Januar lief eine Fähre auf Grund.", "de", "en") is None


SENTENCES = st.lists(
    st.text(alphabet="abc ", min_size=5, max_size=40).filter(str.strip), min_size=1, max_size=20
)


@given(SENTENCES, st.text(alphabet="abc ", min_size=5, max_size=40).filter(str.strip))
def test_the_fuzzy_search_finds_what_comparing_with_all_would(
    sentences: list[str], text: str
) -> None:
    keys = [lookup_key(sentence) for sentence in sentences]
    key = lookup_key(text)
    best = max(Levenshtein.normalized_similarity(key, other) for other in keys)
    joined = {f"{a} {b}" for a, b in pairwise(keys)}
    hit = memory(*((sentence, sentence) for sentence in sentences)).find(text, "de", "en")
    if key in joined:
        assert hit is not None
        assert hit.match == 1
    else:
        assert (hit.match if hit else 0) == (best if best >= FUZZY_THRESHOLD else 0)


def test_the_last_translation_of_a_segment_is_the_one_meant() -> None:
    assert found(memory(("Tag.", "Day."), ("Tag.", "Good day.")), "Tag.") == "Good day."


def test_a_sentence_the_memory_has_in_two_parts_is_found() -> None:
    known = memory(("Er kam.", "He came."), ("Sie ging.", "She went."), ("Es blieb.", "It stayed."))
    assert found(known, "Er kam. Sie ging.") == "He came. She went."
    assert found(known, "Sie ging. Es blieb.") == "She went. It stayed."
    assert found(known, "Er kam. Es blieb.") is None


def test_the_first_memory_with_an_exact_hit_wins_and_any_exact_hit_before_a_fuzzy_one() -> None:
    text = "Zwei Fähren liefen im Februar auf Grund."
    near = memory(("Zwei Fähren liefen im Februar auf Sand.", "Sand."), name="near")
    first, second = memory((text, "First."), name="first"), memory((text, "Second."), name="second")

    def origin(memories: Iterable[Memory]) -> str:
        hit = search_memories(memories, text, "de", "en")
        return hit.memory if hit else ""

    assert origin([near, first, second]) == "first"
    assert origin([second, first]) == "second"
    assert origin(iter([near])) == "near"
    assert origin([]) == ""


def test_a_memory_is_named_by_its_file_and_counts_its_pairs(tmp_path: Path) -> None:
    units = [Unit((Variant("de-DE", "a"), Variant("en", "b"), Variant("fr", "c")))]
    write_tmx(tmp_path / "mine.tmx", units)
    known = load_memory(tmp_path / "mine.tmx")
    assert known.name == "mine.tmx"
    assert known.pairs() == {("de", "en"): 1, ("de", "fr"): 1, ("en", "fr"): 1}


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    chance = random.Random(1)
    words = ["".join(chance.choices(string.ascii_lowercase, k=n)) for n in range(2, 12)] * 40
    path = tmp_path_factory.mktemp("large") / "large.tmx"
    write_tmx(
        path,
        (
            Unit((Variant("de", " ".join(chance.sample(words, 15))), Variant("en", str(number))))
            for number in range(10_000)
        ),
    )
    return path


def test_ten_thousand_units_are_read_and_searched_in_seconds_not_minutes(large: Path) -> None:
    # Processor time, and thrice what it takes on a quiet machine: a guard against slow designs.
    start = time.process_time()
    known = load_memory(large)
    assert known.find(known.units[77].variants[0].text, "de", "en") is not None
    assert known.find("nothing like it" * 5, "de", "en") is None
    assert time.process_time() - start < 5
