"""``compare --translate`` with a server on loopback: what is sent, paid for, told and kept."""

from __future__ import annotations

import json
import logging
import os
import re
import signal
import subprocess
import sys
import threading
from collections import Counter
from pathlib import Path

import pytest

from tests.translate.server import Answer, Asked, Server, libretranslate, serving, turned
from tui.cli import run
from tui.translate import read_tmx

Out = pytest.CaptureFixture[str]

KEY = "k3y-that-must-not-leak"
PAIR = ["courier.txt", "kuestenblatt.txt"]
ASK = ["compare", *PAIR, "--translate", "libretranslate", "--format", "json"]
GERMAN = "Mit rund 60 Menschen an Bord ist die Fähre „Alma“ am Montag auf Grund gelaufen."
TITLE = "Fähre vor Sandholm auf Grund"


def configure(home: Path, server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIBRE_API_KEY", KEY)
    (home / "config").mkdir(exist_ok=True)
    (home / "config" / "config.toml").write_text(
        f'[providers.libretranslate]\nurl = "{server.url}"\nconcurrency = 1\n'
    )


def sent(server: Server) -> list[str]:
    return [asked.form["q"] for asked in server.asked]


def test_a_provider_named_is_asked_for_what_no_memory_has_and_the_host_is_told(
    reports: Path, home: Path, capfd: Out, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving(libretranslate) as server:
        configure(home, server, monkeypatch)
        assert run(ASK) == 0
    written = capfd.readouterr()
    host = f"127.0.0.1:{server.server_port}"
    assert written.err == (
        f"diptych: LibreTranslate: 2 sentences will be sent to {host}"
        " (on this machine, NOT encrypted on the way)\n"
    )
    assert sent(server) == [TITLE, GERMAN]
    told = [s["translation"] for s in json.loads(written.out)["b"]["sentences"]]
    assert [t and (t["text"], t["origin"]) for t in told] == [
        (turned(TITLE, "en"), f"LibreTranslate ({host})"),
        (turned(GERMAN, "en"), f"LibreTranslate ({host})"),
        ("No one was injured.", "memory: de-en.tmx"),
    ]


def test_nothing_is_sent_where_no_provider_is_named_even_if_one_is_on_in_the_reader(
    reports: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving(libretranslate) as server:
        configure(home, server, monkeypatch)
        file = home / "config" / "config.toml"
        file.write_text('provider = "libretranslate"\n' + file.read_text())
        assert run(["compare", *PAIR]) == 0
        assert server.asked == []


def test_killed_half_way_nothing_translated_is_paid_for_twice(
    reports: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "\n\n".join(f"Das Boot mit der Nummer {number} lief aus." for number in range(12))
    (reports / "long.txt").write_text(f"Die Boote\n\n{text}\n", encoding="utf-8")
    reached, release = threading.Event(), threading.Event()
    answered: list[str] = []

    def hold(asked: Asked) -> Answer:
        if len(answered) == 5:
            reached.set()
            release.wait(30)
        answered.append(asked.form["q"])
        return libretranslate(asked)

    ask = ["compare", "courier.txt", "long.txt", "--lang-b", "de", "--translate", "libretranslate"]
    with serving(hold) as server:
        configure(home, server, monkeypatch)
        program = "import sys; from tui.cli import run; sys.exit(run(sys.argv[1:]))"
        root = Path(__file__).resolve().parents[2]
        environment = {**os.environ, "PYTHONPATH": str(root)}
        child = subprocess.Popen(
            [sys.executable, "-c", program, *ask],
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        assert reached.wait(30)
        child.send_signal(signal.SIGKILL)
        _, err = child.communicate()
        assert KEY not in err.decode()
        before = answered[:5]
        release.set()
        assert run(ask) == 0
        asked = Counter(sent(server))
    assert len(asked) == 13
    assert {asked[text] for text in before} == {1}
    # The one whose answer never arrived is asked for again, and no other.
    assert asked.total() == 14


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (
            Answer(json.dumps({"error": f"Invalid API key {KEY}"}), 403),
            "2 not translated: .* refuses",
        ),
        (Answer(f"<html>{GERMAN}", content_type="text/html"), "no translation"),
        (Answer('{"translatedText": null}'), "gave no translation"),
    ],
)
def test_what_fails_is_told_without_key_or_text_and_leaves_none_behind(
    *,
    answer: Answer,
    words: str,
    reports: Path,
    home: Path,
    capfd: Out,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    caplog.set_level(logging.DEBUG)
    with serving(lambda asked: answer) as server:
        configure(home, server, monkeypatch)
        assert run(ASK) == 0
    written = capfd.readouterr()
    [first, second] = written.err.splitlines()
    assert "will be sent" in first
    assert re.search(words, second)
    told = written.err + caplog.text
    assert KEY not in written.out
    for secret in (KEY, GERMAN, "Menschen an Bord"):
        assert secret not in told
    kept = b"".join(path.read_bytes() for path in home.rglob("*") if path.is_file())
    assert KEY.encode() not in kept


def test_what_a_provider_gave_is_exported_as_a_valid_memory(
    reports: Path, home: Path, capfd: Out, monkeypatch: pytest.MonkeyPatch
) -> None:
    from lxml import etree

    with serving(libretranslate) as server:
        configure(home, server, monkeypatch)
        assert run(ASK) == 0
    assert run(["tm", "export", "mine.tmx"]) == 0
    dtd = Path(__file__).resolve().parents[1] / "translate" / "tmx14.dtd"
    with dtd.open() as file:
        checked = etree.DTD(file)
    assert checked.validate(etree.parse(reports / "mine.tmx")), checked.error_log
    assert [unit.variants[1].text for unit in read_tmx(reports / "mine.tmx")] == [
        turned(TITLE, "en"),
        turned(GERMAN, "en"),
    ]
    assert capfd.readouterr().err.endswith("mine.tmx: 2 units written\n")


@pytest.mark.usefixtures("reports")
def test_a_report_in_a_variety_of_the_language_wanted_needs_no_translation(capfd: Out) -> None:
    assert run(["compare", "courier.txt", "times.txt", "--to", "en-GB"]) == 0
    assert capfd.readouterr().err == ""
