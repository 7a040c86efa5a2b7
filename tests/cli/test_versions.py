"""``diptych versions``: what was changed in an article, and when."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.factories import make_article, make_comparison
from tests.growth import assert_no_blow_up
from tests.read.makers import BODY, page
from tests.read.server import Server, answer, serving
from tui.cli import run
from tui.cli.changes import describe, find_changes
from tui.compare import compare
from tui.model import Detail, DetailKind, Divergence, Relation, Side
from tui.read import read_text

OLD = "Dam holds\n\n" + "\n\n".join(BODY)
NEW = "Dam holds\n\n" + "\n\n".join(
    (BODY[2], BODY[0], BODY[1].replace("64", "about 90"), "Nobody was hurt, the police said.")
)


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving() as running:
        yield running


@pytest.fixture
def saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "old.txt").write_text(OLD)
    (tmp_path / "new.txt").write_text(NEW)
    (tmp_path / "same.txt").write_text(NEW)
    (tmp_path / "story.toml").write_text(
        '[[report]]\nfile = "old.txt"\nfetched = 2026-03-11T08:00:00Z\n'
    )
    monkeypatch.chdir(tmp_path)


def test_sentences_are_kept_moved_changed_added_or_removed() -> None:
    changes = find_changes(compare(read_text(OLD, id="old"), read_text(NEW, id="new")))
    assert (changes.unchanged, changes.moved) == (2, 1)
    [change] = changes.changed
    assert change.before
    assert change.after
    assert (change.before.text, change.after.text) == (BODY[1], BODY[1].replace("64", "about 90"))
    assert [(d.a and d.a.detail.text) for d in change.details] == ["Some 64"]
    assert [c.after and c.after.text for c in changes.added] == [
        "Nobody was hurt, the police said."
    ]
    assert [c.before and c.before.text for c in changes.removed] == [BODY[3]]


def test_a_sentence_was_the_one_it_is_most_like_and_the_others_were_removed() -> None:
    old = make_article(["The ferry may sail.", "The ferry sails at noon."])
    new = make_article(["The ferry sails at one."])
    changes = find_changes(make_comparison(old, new, [(0, 0, 0.4), (1, 0, 0.9)]))
    assert [c.before and c.before.index for c in changes.changed] == [1]
    assert [c.before and c.before.index for c in changes.removed] == [0]


def test_a_version_without_changes_says_so() -> None:
    article = read_text(OLD, id="old")
    same = compare(article, article)
    assert find_changes(same).none
    assert list(describe(same, find_changes(same), 80)) == ["   no sentence was changed"]


def test_sentences_in_another_order_all_moved_and_the_same_ones_all_stayed() -> None:
    sentences = [f"Sentence {n}." for n in range(8)]
    turned = make_comparison(make_article(sentences), make_article(sentences[4:] + sentences[:4]))
    assert (find_changes(turned).unchanged, find_changes(turned).moved) == (4, 4)
    same = make_comparison(make_article(["Same."] * 4), make_article(["Same."] * 5))
    assert (find_changes(same).unchanged, len(find_changes(same).added)) == (4, 1)


@pytest.mark.parametrize("sentence", ["The same again.", "Sentence {n}.", "Sentence {m}."])
def test_two_versions_of_a_long_article_take_bounded_time(sentence: str) -> None:
    def versions(count: int) -> Callable[[], object]:
        old = make_article([sentence.format(n=n, m=n) for n in range(count)])
        new = make_article([sentence.format(n=n, m=n * 577 % count) for n in range(count)])
        pairs = [(n, n) for n in range(count)]
        sides = [Side(n, Detail(DetailKind.NUMBER, 0, 3, "The")) for n in range(count)]
        found = [Divergence(DetailKind.NUMBER, Relation.CONFLICTS, 1.0, s, s) for s in sides]
        comparison = make_comparison(old, new, pairs, found)
        return lambda: find_changes(comparison)

    assert_no_blow_up(versions, 1000)


@pytest.mark.usefixtures("saved")
def test_files_are_compared_each_with_the_one_before(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["versions", "old.txt", "new.txt", "same.txt"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "1  2026-03-11T08:00:00+00:00  Dam holds"
    assert "[-64-]{+about 90+}" in "".join(lines)
    assert any("number: Some 64 → Some about 90" in line for line in lines)
    assert "   + Nobody was hurt, the police said." in lines
    assert lines[-1] == "   sentences: 1 changed, 1 added, 1 removed, 1 moved, 2 as before"
    assert not any(line.startswith("3 ") for line in lines)


@pytest.mark.usefixtures("saved")
def test_two_versions_can_be_written_in_any_format(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["versions", "old.txt", "new.txt", "-o", "changes.html"]) == 0
    assert "<html" in Path("changes.html").read_text()
    assert run(["versions", "old.txt", "new.txt", "--between", "2", "1", "--format", "json"]) == 0
    assert '"schema": "diptych.comparison/1"' in capsys.readouterr().out


@pytest.mark.usefixtures("saved")
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["new.txt", "same.txt"], "are the same text; nothing was changed"),
        (["old.txt", "new.txt", "--between", "1", "3"], "there are 2 versions"),
        (["old.txt", "-o", "x.html"], "only one version is known"),
        (["old.txt", "new.txt", "-f", "docz"], "'docz' is not one of"),
        (["old.txt", "new.txt", "--between", "2", "2"], "two different versions"),
        (["old.txt", "new.txt", "--force"], "--force goes with -o FILE"),
        (["old.txt", "new.txt", "-o", "new.txt", "--force"], "is one of the reports compared"),
        (["old.txt", "new.txt", "-o", "none/x.html"], "there is no folder"),
        (["--no-fetch", "https://example.org/a"], "was never fetched"),
    ],
)
def test_a_mistake_is_one_line(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["versions", *arguments]) == 2
    [line] = capsys.readouterr().err.splitlines()
    assert message in line


@pytest.mark.usefixtures("saved")
def test_a_document_is_not_written_to_a_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("tui.cli.target.to_terminal", lambda: True)
    assert run(["versions", "old.txt", "new.txt", "-f", "docx"]) == 2
    assert capsys.readouterr().err == "diptych: docx is nothing for a terminal; use -o FILE\n"


def test_an_address_is_compared_with_what_it_gave_before(
    server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["versions", "--allow-private", server.url("/dam")]
    server.pages["/dam"] = answer(page())
    assert run(command) == 0
    assert "only one version is known" in capsys.readouterr().err
    server.pages["/dam"] = answer(page() + "<!-- served at another time -->")
    assert run(command) == 0
    assert "only one version is known" in capsys.readouterr().err
    server.pages["/dam"] = answer(page().replace("Some 64", "About 90"))
    assert run(command) == 0
    out = capsys.readouterr().out
    assert "[-Some 64-]{+About 90+}" in out
    del server.pages["/dam"]
    assert run([*command, "--no-fetch"]) == 0
    assert capsys.readouterr().out == out
