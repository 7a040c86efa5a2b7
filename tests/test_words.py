from __future__ import annotations

from dataclasses import replace

from rich.cells import cell_len

from tests.factories import make_comparison
from tui.model import DetailKind, Relation, Translation
from tui.words import KINDS, RELATIONS, credit, plain


def test_every_relation_and_kind_has_its_words() -> None:
    assert set(RELATIONS) == set(Relation)
    assert set(KINDS) == set(DetailKind)


def test_every_glyph_is_one_cell_and_its_stand_in_is_ascii() -> None:
    for words in RELATIONS.values():
        assert cell_len(words.glyph) == 1
        assert len(words.ascii) == 1
        assert words.ascii.isascii()


def test_a_note_is_preferred_to_the_general_words() -> None:
    comparison = make_comparison()
    [vaguer] = [d for d in comparison.divergences if d.note]
    assert plain(comparison, vaguer) == "B is vaguer"
    assert plain(comparison, replace(vaguer, note="")) == "one of the two is vaguer"


def test_a_detail_given_elsewhere_is_found_by_its_paragraph() -> None:
    comparison = make_comparison()
    [elsewhere] = [d for d in comparison.divergences if d.elsewhere]
    assert plain(comparison, elsewhere, "a") == "B has it at ¶1"
    assert plain(comparison, elsewhere, "b") == "A has it at ¶6"
    assert plain(comparison, elsewhere) == "elsewhere: A ¶6, B ¶1"
    conflict = replace(elsewhere, relation=Relation.CONFLICTS, note="six, not five")
    assert plain(comparison, conflict, "a") == "six, not five · B has it at ¶1"


def test_what_is_nearly_the_same_is_never_told_as_the_same() -> None:
    found = Translation("en", "Nobody was hurt.", "memory: de-en.tmx")
    assert credit(found) == "memory: de-en.tmx"
    assert credit(replace(found, match=0.999)) == "memory: de-en.tmx 99 %"
