from __future__ import annotations

from pathlib import Path

import pytest

COURIER = """Ferry Runs Aground off Sandholm
By Ada Moor | March 5, 2024

The ferry Alma ran aground on Monday with 64 people on board.

Nobody was hurt, the harbour master said.

Divers found a crack of 3 metres in the hull.
"""
TIMES = """Island Ferry Stuck on Sandbank

About 60 people were on the ferry Alma when she ran aground on Monday.

The harbour master said that nobody was injured.

A crack four metres long was found in the hull by divers.
"""
KUESTENBLATT = """Fähre vor Sandholm auf Grund

Mit rund 60 Menschen an Bord ist die Fähre „Alma“ am Montag auf Grund gelaufen.

Verletzt wurde niemand.
"""
STORY = """title = "The Alma"
memories = ["de-en.tmx"]

[[report]]
file = "courier.txt"
label = "Courier"

[[report]]
file = "kuestenblatt.txt"
lang = "de"
"""
MEMORY = """<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header srclang="de" adminlang="en" creationtool="test"
creationtoolversion="1" segtype="sentence" o-tmf="none" datatype="plaintext"/><body>
<tu><tuv xml:lang="de"><seg>Verletzt wurde niemand.</seg></tuv>
<tuv xml:lang="en"><seg>No one was injured.</seg></tuv></tu>
</body></tmx>
"""


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of Diptych's own, so that no test meets what another or the user left."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("DIPTYCH_HOME", str(folder))
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    return folder


@pytest.fixture
def reports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with three reports, a story of two of them, and their memory; and we are in it."""
    for name, text in {
        "courier.txt": COURIER,
        "times.txt": TIMES,
        "kuestenblatt.txt": KUESTENBLATT,
        "story.toml": STORY,
        "de-en.tmx": MEMORY,
    }.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path
