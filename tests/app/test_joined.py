"""Lines joined of parts are to Textual the strips that they stand for."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.app.paint.joined import Joined, Part

STYLES = st.sampled_from([Style.null(), Style(bold=True), Style(color="red", italic=True)])

SEGMENTS = st.builds(Segment, st.text("ab 船é", min_size=1, max_size=6), STYLES, st.none())

PARTS = st.lists(st.builds(Part, st.lists(SEGMENTS, max_size=3)), max_size=4)


def strip_of(parts: list[Part]) -> Strip:
    return Strip([segment for part in parts for segment in part])


def joined(parts: list[Part]) -> Joined:
    return Joined(parts, strip_of(parts).cell_length)


@given(PARTS, st.booleans())
def test_a_joined_line_is_rendered_as_its_strip_is(parts: list[Part], colours: bool) -> None:
    console = Console(color_system="truecolor" if colours else "256", force_terminal=True)
    expected = strip_of(parts).render(console)
    assert joined(parts).render(console) == expected
    assert joined(parts).render(console) == expected, "and again, when it is remembered"


@given(PARTS, st.lists(st.integers(1, 40), min_size=1, max_size=3, unique=True))
def test_a_joined_line_is_cut_as_its_strip_is(parts: list[Part], cuts: list[int]) -> None:
    line, strip = joined(parts), strip_of(parts)
    assert line.cell_length == strip.cell_length
    assert list(line) == list(strip)
    for ends in (sorted(cuts), [line.cell_length]):
        assert [list(k) for k in line.divide(ends)] == [list(k) for k in strip.divide(ends)]
    assert list(line.crop(1, 5)) == list(strip.crop(1, 5))


@given(PARTS)
def test_joined_lines_of_the_same_segments_are_equal(parts: list[Part]) -> None:
    again = [Part(list(part)) for part in parts]
    assert joined(parts) == joined(again)
    assert joined(parts) != joined([*again, Part([Segment("more")])])
