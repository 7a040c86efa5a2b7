"""The routing of link lines."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.app.layout.gutter import DOWN, EAST, NORTH, SOUTH, UP, WEST, Gutter, Net, route
from tui.app.paint.glyphs import ASCII, UNICODE

OPPOSITE = {NORTH: (SOUTH, -1, 0), SOUTH: (NORTH, 1, 0), EAST: (WEST, 0, 1), WEST: (EAST, 0, -1)}


def drawn(gutter: Gutter) -> list[str]:
    return ["".join(UNICODE.cell(cell) for cell in row) for row in gutter.cells]


@st.composite
def channels(draw: st.DrawFn) -> tuple[list[Net], int, int]:
    """Nets whose pins share no line of a side, some of them out of sight."""
    height, width = draw(st.integers(1, 14)), draw(st.integers(0, 9))
    count = draw(st.integers(0, 6))
    lines: st.SearchStrategy[list[int]] = st.lists(
        st.integers(-4, height + 4), unique=True, max_size=8
    )
    sides = [draw(lines), draw(lines)]
    owners = [[draw(st.integers(0, max(count - 1, 0))) for _ in side] for side in sides]
    nets = []
    for number in range(count):
        left, right = (
            tuple(y for y, owner in zip(side, owned, strict=True) if owner == number)
            for side, owned in zip(sides, owners, strict=True)
        )
        current = bool(left and right) and draw(st.booleans())
        strong = ((left[0], right[0]),) if current else ()
        nets.append(Net(left, right, strong))
    return nets, width, height


def test_a_level_link_is_a_straight_line() -> None:
    assert drawn(route([Net((0,), (0,))], 5, 1)) == ["─────"]


def test_a_link_goes_down_in_a_curve() -> None:
    assert drawn(route([Net((0,), (2,))], 5, 3)) == ["──╮  ", "  │  ", "  ╰──"]


def test_one_sentence_with_two_matches_is_one_branching_line() -> None:
    assert drawn(route([Net((0,), (0, 2))], 5, 3)) == ["──┬──", "  │  ", "  ╰──"]


def test_where_two_links_cross_the_vertical_line_passes_over() -> None:
    picture = drawn(route([Net((0,), (4,)), Net((2,), (2,))], 5, 5))
    assert picture == ["──╮  ", "  │  ", "──│──", "  │  ", "  ╰──"]


def test_links_that_change_places_get_tracks_that_do_not_touch() -> None:
    picture = drawn(route([Net((0,), (2,)), Net((1,), (1,)), Net((2,), (3,))], 7, 4))
    assert picture[0].startswith("──")
    assert picture[1].count("─") >= 4
    assert "╰" in picture[2]
    assert "╮" in picture[2]
    assert picture[2].index("╮") < picture[2].index("╰")


def test_links_that_swap_ends_cannot_both_be_lines_and_one_gets_arrows() -> None:
    gutter = route([Net((0,), (1,)), Net((1,), (0,), strong=((1, 0),))], 7, 2)
    assert gutter.routed == {1}
    assert gutter.cells[0][0].arrow == DOWN
    assert gutter.cells[1][6].arrow == UP


def test_a_match_out_of_sight_is_told_by_an_arrow() -> None:
    assert drawn(route([Net((1,), (9,))], 5, 3)) == ["     ", "↓    ", "     "]
    assert drawn(route([Net((-3,), (1,))], 5, 3)) == ["     ", "    ↑", "     "]


def test_the_current_link_leads_to_the_edge_beyond_which_its_match_is() -> None:
    picture = drawn(route([Net((0,), (7,), strong=((0, 7),))], 5, 3))
    assert picture == ["━━┓  ", "  ┃  ", "  ▼  "]


def test_without_room_for_tracks_there_are_arrows() -> None:
    assert drawn(route([Net((0,), (1,))], 2, 2)) == ["↓ ", " ↑"]


@given(channels())
def test_every_arm_meets_one_of_the_same_net_or_passes_under(
    channel: tuple[list[Net], int, int],
) -> None:
    nets, width, height = channel
    gutter = route(nets, width, height)
    strong_crossings = any(net.strong for net in nets)
    for y, row in enumerate(gutter.cells):
        for x, cell in enumerate(row):
            for arm, (back, down, right) in OPPOSITE.items():
                if not cell.arms & arm or not 0 <= x + right < width:
                    continue
                assert 0 <= y + down < height
                met = gutter.cells[y + down][x + right]
                if met.net == cell.net:
                    assert met.arms & back or met.arrow
                else:
                    vertical = met.arms & ~(NORTH | SOUTH) == 0
                    assert vertical or strong_crossings


@given(channels())
def test_every_pin_of_a_routed_net_is_reached(channel: tuple[list[Net], int, int]) -> None:
    nets, width, height = channel
    gutter = route(nets, width, height)
    for number in gutter.routed:
        for pins, x in ((nets[number].left, 0), (nets[number].right, width - 1)):
            for y in pins:
                if 0 <= y < height:
                    assert gutter.cells[y][x].net == number


@given(channels())
def test_a_net_in_sight_is_routed_or_has_arrows_or_nowhere_to_point(
    channel: tuple[list[Net], int, int],
) -> None:
    nets, width, height = channel
    gutter = route(nets, width, height)
    for number, net in enumerate(nets):
        if number in gutter.routed or not width:
            continue
        for y in net.left:
            others = [other for other in net.right if other != y]
            if 0 <= y < height and len(others) == len(net.right) > 0 and width > 1:
                assert gutter.cells[y][0].net >= 0


def test_ascii_has_a_sign_for_every_cell() -> None:
    for glyphs in (ASCII, UNICODE):
        assert len(glyphs.thin) == len(glyphs.heavy) == 16
    assert (ASCII.thin + ASCII.heavy + "".join(ASCII.arrows)).isascii()
