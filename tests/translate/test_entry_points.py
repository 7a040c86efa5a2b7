"""Providers that other packages bring, installed as packages are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tui.translate import ProviderError, ProviderSettings, make_provider, provider_names

PAGE = Path(__file__).resolve().parents[2] / "docs" / "translation.md"
BROKEN = {
    "gone": ("nowhere_at_all:make", "ModuleNotFoundError"),
    "raising": ("diptych_odd:raising", "RuntimeError"),
    "nothing": ("diptych_odd:nothing", "is not one"),
}


@pytest.fixture
def example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The example of the documentation, installed; and a package whose providers do not work."""
    page = PAGE.read_text(encoding="utf-8")
    [code] = re.findall(r"```python\n# diptych_shout\.py\n(.*?)```", page, re.DOTALL)
    [toml] = re.findall(r'\[project\.entry-points\."diptych\.providers"\]\n(.*?)\n', page)
    name, target = re.fullmatch(r'(\w+) = "([\w.:]+)"', toml).groups()  # type: ignore[union-attr]
    (tmp_path / "diptych_shout.py").write_text(code, encoding="utf-8")
    (tmp_path / "diptych_odd.py").write_text(
        "def raising(settings):\n    raise RuntimeError('secret text')\n"
        "def nothing(settings):\n    return None\n"
    )
    points = {name: target, **{key: at for key, (at, _) in BROKEN.items()}}
    info = tmp_path / "diptych_shout-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: diptych-shout\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(
        "\n".join(["[diptych.providers]", *(f"{key} = {at}" for key, at in points.items())])
    )
    monkeypatch.syspath_prepend(tmp_path)


@pytest.mark.usefixtures("example")
def test_the_provider_of_the_documentation_is_found_and_translates() -> None:
    assert "shout" in provider_names()
    provider = make_provider("shout", ProviderSettings(url="https://shout.example"))
    assert (provider.name, provider.host, provider.encrypted) == ("Shout", "shout.example", True)
    assert provider.translate("Guten Tag", "de", "en") == "GUTEN TAG"


@pytest.mark.usefixtures("example")
def test_a_provider_that_lacks_a_setting_says_so_itself() -> None:
    with pytest.raises(ProviderError, match="Shout needs a url"):
        make_provider("shout")


@pytest.mark.usefixtures("example")
@pytest.mark.parametrize("name", BROKEN)
def test_a_package_that_fails_is_told_in_one_line(name: str) -> None:
    with pytest.raises(ProviderError, match=BROKEN[name][1]) as caught:
        make_provider(name)
    assert "secret" not in str(caught.value)
    assert "\n" not in str(caught.value)
