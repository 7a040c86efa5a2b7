"""Text written from right to left: what is taken for it, and where it stands."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.app.conftest import make_desk, reader_of, shown
from tests.factories import make_article, make_comparison
from tui.app.app import ReaderApp
from tui.app.layout.direction import BASE, LEFTWARD, has_leftward, is_leftward
from tui.app.layout.geometry import MARGIN
from tui.app.reading.marked import Marked
from tui.app.reading.pointing import caret_at
from tui.app.reading.selection import Caret
from tui.app.reading.state import Place, Reading
from tui.app.reading.window import Window
from tui.model import Comparison, Detail, DetailKind, Divergence, Relation, Side, Translation

FERRY = "המעבורת עלתה על שרטון ביום שני ועל סיפונה 64 נוסעים מארבע מדינות."


def numbered(text: str, number: str) -> Side:
    start = text.index(number)
    return Side(0, Detail(DetailKind.NUMBER, start, start + len(number), number))


def ferry() -> Comparison:
    english = "The ferry ran aground on Monday with 46 aboard."
    differs = Divergence(
        DetailKind.NUMBER, Relation.CONFLICTS, 0.9, numbered(FERRY, "64"), numbered(english, "46")
    )
    hebrew = make_article([FERRY], lang="he", id="a")
    return make_comparison(hebrew, make_article([english], id="b"), [(0, 0)], [differs])


@pytest.mark.parametrize(
    ("text", "leftward"),
    [
        ("جنحت العبارة يوم الاثنين", True),
        (FERRY, True),
        ("NATO: המעבורת עלתה על שרטון", True),
        ("The word שלום means peace.", False),
        ("The ferry ran aground.", False),
        ("フェリーが座礁した。", False),
        ("64 ٦٤", False),
        ("", False),
    ],
)
def test_a_text_is_set_from_the_right_if_half_of_its_letters_are(text: str, leftward: bool) -> None:
    assert is_leftward(text) is leftward


@given(st.text())
def test_what_is_set_from_the_right_has_something_written_so(text: str) -> None:
    assert has_leftward(text) or not is_leftward(text)


@pytest.mark.parametrize("keys", [(), ("v",), ("v", "v")], ids=["parallel", "aligned", "differ"])
async def test_a_text_from_right_to_left_stands_at_the_right_in_every_view(
    keys: tuple[str, ...],
) -> None:
    app = ReaderApp(make_desk(ferry()))
    async with app.run_test(size=(70, 30)) as pilot:
        await pilot.press(*keys, "slash", *"64")
        await pilot.pause()
        reader = reader_of(app)
        assert reader.reading.finding is not None
        assert reader.reading.finding.hits
        edge = 1 + MARGIN + reader.window.geometry.text_a
        lines = [text for text in shown(app).split("\n")[3:20] if has_leftward(text)]
        assert len(lines) > 1, "wrapped"
        for line in lines:
            before, _, after = line.replace(BASE, "").partition(LEFTWARD)
            text = after.partition(LEFTWARD)[0]
            assert text == text.strip()
            assert cell_len(before + text) == edge


async def test_a_translation_into_a_language_from_right_to_left_stands_at_the_right() -> None:
    told = {0: Translation("he", FERRY, "memory")}
    app = ReaderApp(make_desk(replace(ferry().transposed(), translations_a=told)))
    async with app.run_test(size=(70, 30)) as pilot:
        await pilot.pause()
        lines = [text for text in shown(app).split("\n") if app.settings.glyphs.translated in text]
        assert len(lines) > 1
        for line in lines:
            bar, _, text = line.replace(BASE, "").partition(LEFTWARD)
            assert bar.rstrip().endswith("┊")
            assert text.startswith(tuple(FERRY.split()))


@given(st.integers(0, 40), st.integers(0, 3))
def test_the_pointer_finds_every_letter_of_a_text_from_the_right(x: int, y: int) -> None:
    window = Window(Reading(Marked(ferry()), Place("a", 0)), 90, 20)
    line = window.sheet.a.line(y)
    text = FERRY[line.start : line.end]
    start = 1 + MARGIN + window.geometry.text_a - len(text)
    at = min(max(x, start), start + len(text))
    if line.sentence == 0 and line.end:
        assert caret_at(window, "a", x, y) == Caret(0, line.start + at - start)
