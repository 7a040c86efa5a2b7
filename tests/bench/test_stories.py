from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from bench.align_data import story_cases
from bench.stories import STORIES, StoryError, StoryPair, load_stories
from tui.model import Relation

GOOD = """
id = "fog"
split = "train"
genre = "accident"
lang_a = "de"
lang_b = "en"
published_a = 2024-01-02
a = ["Zwei Wagen stießen im Nebel zusammen.", "Niemand wurde verletzt."]
b = ["Three cars crashed in fog on a network road."]
links = [[0, 0]]

[[detail]]
kind = "number"
relation = "conflicts"
a = { sentence = 0, text = "Zwei Wagen" }
b = { sentence = 0, text = "Three cars" }
"""


def load_text(folder: Path, text: str, name: str = "fog") -> StoryPair:
    (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    (pair,) = load_stories(folder)
    return pair


@pytest.fixture(scope="module")
def corpus() -> list[StoryPair]:
    return load_stories()


@pytest.fixture(scope="module")
def whole(corpus: list[StoryPair]) -> list[StoryPair]:
    return corpus + load_stories(split="held_out")


def test_a_good_file_is_read_with_the_place_of_every_detail(tmp_path: Path) -> None:
    pair = load_text(tmp_path, GOOD)
    (detail,) = pair.details
    assert pair.languages == "de-en"
    assert pair.links == ((0, 0),)
    assert detail.b is not None
    assert pair.b[0][detail.b.start : detail.b.end] == "Three cars"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("[[0, 0]]", "[[0, 1]]", "joins no two sentences"),
        ("[[0, 0]]", "[[0, 0], [0, 0]]", "given twice"),
        ("[[0, 0]]", "[[1, 0]]", "not linked"),
        ('text = "Three cars"', 'text = "Four cars"', "occurs nowhere"),
        ('text = "Three cars"', 'text = "two"', "occurs nowhere"),
        ("Three cars crashed", "Three cars, three, Three cars", "occurs 2 times"),
        ('split = "train"', 'split = "both"', "not train, test, held_out"),
        ('id = "fog"', 'id = "mist"', "the file's name says 'fog'"),
        ('genre = "accident"', "", "lacks genre"),
        ('genre = "accident"', 'genre = "accident"\nnote = "x"', "unknown note"),
        ('"conflicts"', '"only_a"', "do not go together"),
        ('"number"', '"colour"', "colour"),
        ("2024-01-02", '"2024-01-02"', "not a date"),
        ("links =", "links", "fog.toml"),
    ],
)
def test_a_file_that_breaks_the_format_is_refused(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    broken = GOOD.replace(old, new)
    assert broken != GOOD
    with pytest.raises(StoryError, match=message):
        load_text(tmp_path, broken)


def test_every_file_of_the_corpus_loads(whole: list[StoryPair]) -> None:
    assert len(whole) == len(list(STORIES.glob("*.toml"))) > 0


def test_pairs_held_out_are_given_only_when_asked_for_by_name(corpus: list[StoryPair]) -> None:
    assert {pair.split for pair in corpus} == {"train", "test"}
    assert {case.set for case in story_cases()} == {"stories_train", "stories_test"}
    assert {case.set for case in story_cases("held_out")} == {"stories_held_out"}


def test_about_a_fifth_is_never_learned_from_and_every_language_pair_in_it_is_trained_on(
    whole: list[StoryPair],
) -> None:
    unseen = [pair for pair in whole if pair.split != "train"]
    assert 0.15 < len(unseen) / len(whole) < 0.4
    tested = {pair.languages for pair in unseen}
    assert len(tested) > 5
    assert tested <= {pair.languages for pair in load_stories(split="train")}


def test_every_pair_has_linked_and_unlinked_sentences(whole: list[StoryPair]) -> None:
    for pair in whole:
        assert 0 < len({i for i, _ in pair.links}) < len(pair.a), pair.id
        assert len({j for _, j in pair.links}) < len(pair.b), pair.id


def test_every_key_of_details_has_conflicts_and_agreements(whole: list[StoryPair]) -> None:
    keyed = [pair for pair in whole if pair.details]
    assert 2 * len(keyed) > len(whole)
    for pair in keyed:
        relations = Counter(detail.relation for detail in pair.details)
        assert relations[Relation.CONFLICTS] >= 1, pair.id
        assert relations[Relation.AGREES] >= 5, pair.id


def test_details_of_one_kind_never_stand_twice_in_a_key(whole: list[StoryPair]) -> None:
    for pair in whole:
        keyed = Counter((d.kind, d.a, d.b) for d in pair.details)
        assert not [key for key, count in keyed.items() if count > 1], pair.id
