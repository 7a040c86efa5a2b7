from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tui.cli import run
from tui.export import FORMATS

Failed = Callable[..., str]


@pytest.fixture
def out(capfdbinary: pytest.CaptureFixture[bytes]) -> Callable[..., str]:
    """Runs ``diptych compare``, asserts that it worked, and gives what it wrote."""

    def call(*arguments: str, status: int = 0) -> str:
        assert run(["compare", *arguments]) == status
        written = capfdbinary.readouterr()
        assert written.err == b""
        return written.out.decode()

    return call


@pytest.fixture
def failed(capfdbinary: pytest.CaptureFixture[bytes]) -> Failed:
    """Runs ``diptych``, asserts that it failed as the user's mistake, and gives the one line."""

    def call(*arguments: str) -> str:
        assert run(arguments) == 2
        written = capfdbinary.readouterr()
        assert written.out == b""
        [line] = written.err.decode().splitlines()
        assert line.startswith("diptych: ")
        return line.removeprefix("diptych: ")

    return call


@pytest.mark.usefixtures("reports")
class TestOutput:
    def test_text_is_written_by_default_plain_and_a_hundred_columns_wide(
        self, out: Callable[..., str]
    ) -> None:
        text = out("courier.txt", "times.txt")
        assert "Ferry Runs Aground" in text
        assert "\x1b" not in text
        assert max(map(len, text.splitlines())) == 100

    def test_a_language_the_encoder_does_not_know_is_said_on_standard_error(
        self, capfd: pytest.CaptureFixture[str]
    ) -> None:
        assert run(["compare", "courier.txt", "times.txt", "--lang-a", "uk"]) == 0
        [line] = capfd.readouterr().err.splitlines()
        assert line.startswith(
            "diptych: fewer matches: the sentence encoder does not know Ukrainian"
        )

    def test_what_was_done_to_read_a_report_is_said_on_standard_error(
        self, reports: Path, capfd: pytest.CaptureFixture[str]
    ) -> None:
        (reports / "bell.txt").write_text("The ferry ran aground.\a " + "Nobody was hurt. " * 9)
        assert run(["compare", "bell.txt", "times.txt", "--format", "json"]) == 0
        written = capfd.readouterr()
        assert written.err == "diptych: bell.txt: 1 control character shown as symbols\n"
        assert json.loads(written.out)["a"]["notes"] == ["1 control character shown as symbols"]

    @pytest.mark.parametrize("format_name", [f.name for f in FORMATS.values() if f.encoding])
    def test_every_format_can_be_written(self, out: Callable[..., str], format_name: str) -> None:
        text = out("courier.txt", "times.txt", "--format", format_name)
        assert text.endswith("\n")
        assert "64" in text

    def test_json_names_the_reports_and_their_links(self, out: Callable[..., str]) -> None:
        made = json.loads(out("courier.txt", "times.txt", "--format", "json"))
        assert made["a"]["path"] == "courier.txt"
        assert made["a"]["published"] == "2024-03-05"
        assert made["links"]

    def test_a_file_gets_the_format_of_its_ending(
        self, out: Callable[..., str], reports: Path
    ) -> None:
        assert out("courier.txt", "times.txt", "-o", "out.html") == ""
        assert (reports / "out.html").read_text("utf-8").startswith("<!doctype html>")
        assert out("courier.txt", "times.txt", "-o", "out.csv") == ""
        assert (reports / "out.csv").read_bytes().startswith(b"\xef\xbb\xbf")

    def test_a_format_that_is_named_goes_before_the_ending(
        self, out: Callable[..., str], reports: Path
    ) -> None:
        out("courier.txt", "times.txt", "-o", "out.html", "--format", "json")
        json.loads((reports / "out.html").read_text("utf-8"))

    @pytest.mark.parametrize(
        ("name", "words"), [("out.md", "already exists"), ("no/out.md", "there is no folder")]
    )
    def test_a_file_that_cannot_be_written_is_refused_before_anything_is_compared(
        self,
        failed: Failed,
        reports: Path,
        monkeypatch: pytest.MonkeyPatch,
        name: str,
        words: str,
    ) -> None:
        def compared(*_: object, **__: object) -> None:
            raise AssertionError("the reports were compared")

        monkeypatch.setattr("tui.store.comparisons.compare_cached", compared)
        (reports / "out.md").write_text("precious")
        assert words in failed("compare", "courier.txt", "times.txt", "-o", name)

    def test_a_file_is_replaced_only_with_force(
        self, out: Callable[..., str], failed: Failed, reports: Path
    ) -> None:
        (reports / "out.md").write_text("precious")
        message = failed("compare", "courier.txt", "times.txt", "-o", "out.md")
        assert message.startswith("out.md: already exists")
        assert (reports / "out.md").read_text() == "precious"
        out("courier.txt", "times.txt", "-o", "out.md", "--force")
        assert (reports / "out.md").read_text("utf-8").startswith("# ")

    def test_colour_and_width_are_as_asked(self, out: Callable[..., str]) -> None:
        text = out("courier.txt", "times.txt", "--color", "always", "--width", "70")
        assert "\x1b[" in text

    def test_ascii_signs_are_used_when_asked_for(self, out: Callable[..., str]) -> None:
        text = out("courier.txt", "times.txt", "--ascii")
        assert text.isascii()

    def test_evidence_is_given_when_asked_for(self, out: Callable[..., str]) -> None:
        made = json.loads(out("courier.txt", "times.txt", "--format", "json", "--evidence"))
        assert all("evidence" in link for link in made["links"])

    def test_the_exit_code_tells_whether_the_reports_differ(
        self, out: Callable[..., str], reports: Path, capfdbinary: pytest.CaptureFixture[bytes]
    ) -> None:
        (reports / "copy.txt").write_bytes((reports / "courier.txt").read_bytes())
        assert run(["compare", "courier.txt", "copy.txt", "--exit-code", "-o", "same.txt"]) == 0
        assert b"is the same text as" in capfdbinary.readouterr().err
        out("courier.txt", "times.txt", "--exit-code", status=1)
        out("courier.txt", "times.txt", status=0)


@pytest.mark.usefixtures("reports")
class TestReading:
    def test_a_story_beside_the_files_gives_titles_labels_and_translations(
        self, out: Callable[..., str]
    ) -> None:
        text = out("courier.txt", "kuestenblatt.txt")
        assert text.startswith("The Alma\n")
        assert "No one was injured." in text

    def test_translations_can_be_left_out(self, out: Callable[..., str]) -> None:
        text = out("courier.txt", "kuestenblatt.txt", "--translate", "none")
        assert "No one was injured." not in text

    def test_a_language_that_no_memory_has_is_said_and_everything_else_works(
        self, capfd: pytest.CaptureFixture[str]
    ) -> None:
        assert run(["compare", "courier.txt", "kuestenblatt.txt", "--to", "fr"]) == 0
        written = capfd.readouterr()
        assert "Verletzt wurde niemand." in written.out
        assert "No one was injured." not in written.out
        assert [line[:38] for line in written.err.splitlines()] == [
            "diptych: no translation of A into fr i",
            "diptych: no translation of B into fr i",
        ]

    def test_one_report_may_come_from_standard_input(
        self, out: Callable[..., str], reports: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        given = (reports / "times.txt").read_bytes()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
        made = json.loads(out("courier.txt", "-", "--format", "json"))
        assert made["b"]["path"] is None
        assert "About 60 people" in made["b"]["text"]

    def test_a_language_that_is_told_is_believed(self, out: Callable[..., str]) -> None:
        made = json.loads(out("times.txt", "courier.txt", "--format", "json", "--lang-a", "nl"))
        assert (made["a"]["lang"], made["b"]["lang"]) == ("nl", "en")


@pytest.mark.usefixtures("reports")
class TestMistakes:
    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            (["missing.txt", "times.txt"], "missing.txt: no such file"),
            (["courier.txt", "."], ".: is a folder"),
            (["empty.txt", "times.txt"], "empty.txt: empty"),
            (["binary.txt", "times.txt"], "binary.txt:"),
            (["courier.txt", "courier.txt"], "are the same file"),
            (["courier.txt", "./link.txt"], "are the same file"),
            (["-", "-"], "only one of the two"),
            (["courier.txt"], "missing argument 'B'"),
            (["courier.txt", "times.txt", "kuestenblatt.txt"], "unexpected extra argument"),
            (["courier.txt", "times.txt", "--format", "odt"], "'odt' is not one of"),
            (["courier.txt", "times.txt", "-o", "courier.txt"], "one of the reports compared"),
            (
                ["courier.txt", "times.txt", "-o", "link.txt", "--force"],
                "one of the reports compared",
            ),
            (["courier.txt", "times.txt", "-o", "."], ".: is a folder"),
            (["courier.txt", "times.txt", "-o", "no/out.md"], "no folder"),
            (["courier.txt", "times.txt", "-o", "out.xlsx"], "no format ends in .xlsx"),
            (["courier.txt", "times.txt", "--force"], "--force goes with -o"),
            (["courier.txt", "times.txt", "--evidence"], "--evidence goes with --format json"),
            (["courier.txt", "times.txt", "--translate", "babelfish"], "babelfish"),
            (["courier.txt", "times.txt", "--translate", "none", "--to", "de"], "--to goes with"),
            (["courier.txt", "times.txt", "--lang-a", "???"], "--lang-a ???: no language"),
            (["courier.txt", "times.txt", "--lang-a", "xx-nope"], "a code such as de or pt-BR"),
            (["courier.txt", "times.txt", "--lang-b", "zz"], "--lang-b zz: no language"),
            (["courier.txt", "times.txt", "--to", "klingon"], "--to klingon: no language"),
            (["courier.txt", "times.txt", "--format", "html", "--width", "80"], "text or svg"),
            (["courier.txt", "times.txt", "-o", "x.csv", "--ascii"], "--ascii goes with --format"),
            (["courier.txt", "times.txt", "-f", "json", "--color", "never"], "text or unified"),
            (["courier.txt", "times.txt", "--width", "3"], "--width"),
            (["courier.txt", "times.txt", "--colour"], "--colour"),
            (["bad\x1b[2Jname.txt", "times.txt"], "no such file"),
            (["nul\x00name.txt", "times.txt"], "no such file"),
        ],
    )
    def test_a_mistake_is_one_line_and_exit_status_2(
        self, failed: Failed, reports: Path, arguments: list[str], message: str
    ) -> None:
        (reports / "empty.txt").write_text("")
        (reports / "binary.txt").write_bytes(bytes(range(256)) * 8)
        (reports / "link.txt").symlink_to("courier.txt")
        line = failed("compare", *arguments)
        assert message in line
        assert line.isprintable()

    def test_a_report_is_not_overwritten_even_with_force(
        self, failed: Failed, reports: Path
    ) -> None:
        before = (reports / "courier.txt").read_bytes()
        failed("compare", "courier.txt", "times.txt", "-o", "./courier.txt", "--force")
        assert (reports / "courier.txt").read_bytes() == before

    def test_a_story_with_a_mistake_names_it(self, failed: Failed, reports: Path) -> None:
        (reports / "story.toml").write_text("title = \n")
        assert "story.toml" in failed("compare", "courier.txt", "times.txt")

    def test_a_memory_that_is_missing_is_named(self, failed: Failed, reports: Path) -> None:
        (reports / "de-en.tmx").unlink()
        assert "de-en.tmx" in failed("compare", "courier.txt", "kuestenblatt.txt")

    def test_closed_streams_are_said_and_no_traceback(
        self, failed: Failed, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(sys, "stdin", None)
        assert "standard input is closed" in failed("compare", "courier.txt", "-")


class _Provider:
    """A provider that answers from a table and refuses the rest."""

    name = "table"
    host = "translate.example"
    encrypted = True

    def __init__(self) -> None:
        from tui.translate import Limits

        self.limits = Limits()
        self.asked: list[str] = []

    def translate(self, text: str, source: str, target: str) -> str:
        from tui.translate import ProviderError

        self.asked.append(text)
        if text.startswith("Fähre"):
            raise ProviderError("table: no answer to that")
        return f"{target}: {text}"


@pytest.mark.usefixtures("reports")
def test_a_provider_is_asked_only_for_what_the_memory_lacks_and_says_so_first(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    provider = _Provider()

    def make(name: str, settings: Any = None) -> _Provider:
        assert name == "table"
        return provider

    monkeypatch.setattr("tui.translate.make_provider", make)
    arguments = ["compare", "courier.txt", "kuestenblatt.txt", "--translate", "table"]
    assert run([*arguments, "--format", "json"]) == 0
    written = capfd.readouterr()
    first, second = written.err.splitlines()
    assert first == "diptych: table: 2 sentences will be sent to translate.example (encrypted)"
    assert second.startswith("diptych: 1 not translated: ")
    assert "Verletzt wurde niemand." not in provider.asked
    made = json.loads(written.out)
    told = [s["translation"] and s["translation"]["text"] for s in made["b"]["sentences"]]
    assert told[0] is None
    assert told[1].startswith("en: Mit rund 60")
    assert told[2] == "No one was injured."
    assert all(s["translation"] is None for s in made["a"]["sentences"])


@pytest.mark.usefixtures("reports")
class TestPassages:
    def test_only_what_differs_is_written_when_asked_for(self, out: Callable[..., str]) -> None:
        text = out("courier.txt", "times.txt", "--only", "differences")
        assert "Nobody was hurt" not in text
        assert "a crack of 3 metres" in text

    def test_one_passage_is_written_with_its_matches(self, out: Callable[..., str]) -> None:
        made = json.loads(out("courier.txt", "times.txt", "--only", "d1", "--format", "json"))
        assert len(made["a"]["sentences"]) == len(made["b"]["sentences"]) == 1

    def test_bookmarks_made_in_the_reader_are_written(
        self, out: Callable[..., str], reports: Path
    ) -> None:
        from tui.read import load_story
        from tui.store.state import state_store, story_key

        article = load_story(reports).reports[0].read()
        mark = next(s for s in article.sentences if s.text.startswith("Nobody"))
        kept = {"report": article.id, "sentence": mark.index, "text": mark.flat}
        state_store().change(story_key([reports]), lambda _: {"bookmarks": [kept]})
        text = out("courier.txt", "kuestenblatt.txt", "--only", "bookmarks")
        assert "Nobody was hurt" in text
        assert "64 people" not in text

    def test_sides_change_places_and_sources_are_left_out(self, out: Callable[..., str]) -> None:
        text = out("courier.txt", "times.txt", "--swap", "--anonymous")
        assert text.startswith("Report 2 and Report 1\n")

    def test_a_word_level_diff_goes_to_a_pager(self, out: Callable[..., str]) -> None:
        text = out("courier.txt", "times.txt", "--unified", "--color", "always")
        assert text.startswith("\x1b[1m--- A Ferry Runs Aground")
        assert out("courier.txt", "times.txt", "-u").startswith("--- A Ferry")

    def test_a_comparison_saved_as_json_is_written_again(
        self, out: Callable[..., str], reports: Path
    ) -> None:
        out("courier.txt", "kuestenblatt.txt", "-o", "alma.json")
        assert out("alma.json") == out("courier.txt", "kuestenblatt.txt")
        saved = (reports / "alma.json").read_text("utf-8")
        assert out("alma.json", "--format", "json") == saved

    def test_a_document_goes_through_a_pipe_as_it_is(
        self, capfdbinary: pytest.CaptureFixture[bytes]
    ) -> None:
        assert run(["compare", "courier.txt", "times.txt", "--format", "docx"]) == 0
        assert capfdbinary.readouterr().out.startswith(b"PK")

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            (["courier.txt", "times.txt", "--only", "d99"], "no difference 99"),
            (["courier.txt", "times.txt", "--only", "bookmarks"], "nothing to export"),
            (["courier.txt", "times.txt", "-u", "--format", "json"], "exclude each other"),
            (["courier.txt"], "missing argument 'B'"),
            (["x.json"], "x.json: no comparison"),
            (["x.json", "--lang-a", "de"], "--lang-a, --lang-b"),
            (["x.json", "--raw"], "--raw go with two reports"),
            (["missing.json"], "missing.json: no such file"),
        ],
    )
    def test_a_mistake_is_one_line(
        self, failed: Failed, reports: Path, arguments: list[str], message: str
    ) -> None:
        (reports / "x.json").write_text("{}")
        assert message in failed("compare", *arguments)

    def test_a_document_is_not_written_to_a_terminal(
        self, failed: Failed, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("tui.cli.target.to_terminal", lambda: True)
        line = failed("compare", "courier.txt", "times.txt", "--format", "pdf")
        assert line == "pdf is nothing for a terminal; use -o FILE"
