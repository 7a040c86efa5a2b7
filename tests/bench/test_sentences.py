from __future__ import annotations

from pathlib import Path

import pytest

from bench.sentences import load_sentences
from bench.stories import SPLITS, StoryError
from tui.model import DetailKind, Relation

GOOD = """
split = "train"
lang_a = "de"
lang_b = "en"

[[pair]]
a = "Die Fähre lief auf Grund."
b = "The ferry hit a pier."
kind = "wording"
relation = "conflicts"
of = ["auf Grund", "a pier"]

[[pair]]
a = "Verletzt wurde niemand."
b = "Nobody was hurt."
"""


def test_each_pair_is_a_story_of_one_sentence_a_side(tmp_path: Path) -> None:
    (tmp_path / "ferry.toml").write_text(GOOD, encoding="utf-8")
    keyed, alike = load_sentences(tmp_path, split="train")
    (detail,) = keyed.details
    assert (detail.kind, detail.relation) == (DetailKind.WORDING, Relation.CONFLICTS)
    assert detail.b is not None
    assert detail.b.text == "a pier"
    assert (alike.id, alike.details, alike.links) == ("ferry 2", (), ((0, 0),))
    assert not load_sentences(tmp_path, split="held_out")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('lang_a = "de"\n', "", "needs lang_a"),
        ('"a pier"', '"a quay"', "pair 1: detail 1, b: 'a quay' occurs nowhere"),
        ('of = ["auf Grund", "a pier"]', "", "pair 1: kind, relation and of"),
        ('"wording"', '"mood"', "pair 1: 'mood' is not a valid DetailKind"),
        ('b = "Nobody was hurt."', "", "pair 2: 'b'"),
        ('b = "Nobody was hurt."', 'c = "Nobody."', "pair 2 is not a table"),
    ],
)
def test_a_file_that_breaks_the_format_is_refused_with_the_place(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    (tmp_path / "ferry.toml").write_text(GOOD.replace(old, new), encoding="utf-8")
    with pytest.raises(StoryError, match=rf"^ferry\.toml: .*{message}"):
        load_sentences(tmp_path, split="train")


def test_the_corpus_is_well_formed_and_no_sentence_is_in_two_pairs() -> None:
    pairs = [pair for split in SPLITS for pair in load_sentences(split=split)]
    sentences = [sentence for pair in pairs for sentence in (*pair.a, *pair.b)]
    assert len(sentences) == len(set(sentences))
