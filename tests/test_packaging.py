"""What the wheel carries, and what it must not."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def wheel_names(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The names in a wheel built from this checkout, without touching the network."""
    folder = tmp_path_factory.mktemp("wheel")
    build = "from hatchling.build import build_wheel; import sys; build_wheel(sys.argv[1])"
    subprocess.run([sys.executable, "-c", build, str(folder)], check=True, cwd=ROOT)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        return archive.namelist()


def test_the_wheel_carries_all_the_package_reads_as_it_runs(wheel_names: list[str]) -> None:
    assert "tui/data/demo/story.toml" in wheel_names
    shipped = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "tui").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert shipped <= set(wheel_names)


def test_the_wheel_carries_no_seed_report_and_no_test(wheel_names: list[str]) -> None:
    outside = [name for name in wheel_names if not name.startswith(("tui/", "diptych-"))]
    assert outside == []


def test_every_dependency_is_pinned_for_the_tests() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pinned = {line.partition("==")[0] for line in lines if "==" in line}
    wanted = [*project["dependencies"], *_wishes("test", project["optional-dependencies"])]
    names = {wish.partition(">")[0].partition("=")[0].partition("[")[0] for wish in wanted}
    assert names <= pinned


def _wishes(extra: str, extras: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """What an extra asks for, extras of ours that it names taken apart."""
    for wish in extras[extra]:
        own = re.fullmatch(r"diptych\[(.+)\]", wish)
        if own is None:
            yield wish
            continue
        for name in own[1].split(","):
            yield from _wishes(name, extras)
