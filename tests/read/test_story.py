"""Stories: folders, story.toml, lists of files; each mistake named with its line."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tui.read import ReadError, find_story, load_story, read_article
from tui.read.storyfile import StoryEntry, parse_story_file

REPORT = "The dam held on Monday. Nobody was hurt in the valley below.\n"
STORY = """\
title = "The dam"
memories = ["de-en.tmx"]

[[report]]
file = "a.txt"
label = "Courier"
lang = "en"
published = 2026-03-11
source = "The Courier"
author = "Ann Lee"
url = "https://example.org/a"
title = "Dam holds"

[[report]]
file = "sub/b.txt"
published = "2026-03-12T10:00:00"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "sub").mkdir()
    (tmp_path / "a.txt").write_text(REPORT)
    (tmp_path / "sub" / "b.txt").write_text(REPORT)
    (tmp_path / "de-en.tmx").write_text("")
    (tmp_path / "story.toml").write_text(STORY)
    return tmp_path


def test_a_story_file_gives_title_reports_and_memories(folder: Path) -> None:
    for source in (folder, folder / "story.toml", str(folder)):
        story = load_story(source)
        assert story.title == "The dam"
        assert story.folder == folder
        assert [r.id for r in story.reports] == ["a", "b"]
        assert story.memories == (folder / "de-en.tmx",)
        assert story.reports[1].published == "2026-03-12T10:00:00"


def test_what_the_story_says_of_a_report_is_in_the_article(folder: Path) -> None:
    article = read_article(folder / "a.txt")
    assert article.label == article.name == "Courier"
    assert (article.source, article.author) == ("The Courier", "Ann Lee")
    assert (article.published, article.url) == ("2026-03-11", "https://example.org/a")
    assert (article.title, article.lang) == ("Dam holds", "en")


def test_a_language_given_wins_over_the_story(folder: Path) -> None:
    assert read_article(folder / "a.txt", lang="de").lang == "de"


def test_a_file_that_the_story_does_not_list_is_on_its_own(folder: Path) -> None:
    (folder / "c.txt").write_text(REPORT)
    assert find_story(folder / "c.txt") is None
    assert read_article(folder / "c.txt").label is None
    assert find_story(folder / "a.txt") == load_story(folder)


def test_a_folder_without_a_story_file_is_its_text_files_by_name(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", ".hidden.txt", "notes.json", "memory.tmx"):
        (tmp_path / name).write_text(REPORT)
    story = load_story(tmp_path)
    assert [r.path.name for r in story.reports] == ["a.md", "b.txt"]
    assert story.title == tmp_path.name


def test_files_of_one_name_in_two_folders_get_ids_of_their_own(folder: Path) -> None:
    (folder / "sub" / "a.txt").write_text(REPORT)
    story = load_story([folder / "sub" / "a.txt", folder / "a.txt"])
    assert [r.id for r in story.reports] == ["a", "a-2"]
    assert story.reports[1].label == "Courier"
    assert story.memories == (folder / "de-en.tmx",)
    assert story.title == "The dam"


def test_an_empty_folder_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="no report in it; put text files"):
        load_story(tmp_path)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('title = "The dam"', 'title = "The dam', r"line 1, column"),
        (
            'label = "Courier"',
            'labell = "Courier"',
            r"line 6: unknown key labell; did you mean label\?",
        ),
        ('title = "The dam"', "titel = 1", r"line 1: unknown key titel; did you mean title\?"),
        (
            'title = "The dam"',
            "zzz = 1",
            r"line 1: unknown key zzz; known are title, memories, report",
        ),
        ('title = "The dam"', "title = 1", "line 1: title must be a string"),
        ('label = "Courier"', "label = 1", "line 6: label must be a string"),
        ('lang = "en"', 'lang = "english"', "line 7: lang must be a two-letter code"),
        ('lang = "en"', 'lang = "xx"', 'line 7: no language has the code "xx"; German has "de"'),
        ("2026-03-11", '"yesterday"', "line 8: published must be a date"),
        ("2026-03-11", "10:30:00", "line 8: published must be a date"),
        ("2026-03-11", r'"2026-03-11\u001b10:30"', "line 8: published must be a date"),
        ('file = "a.txt"', 'file = "none.txt"', r"line 5: no such file none\.txt"),
        ('file = "a.txt"\n', "", "line 4: the report has no file"),
        ('"sub/b.txt"', '"sub/../a.txt"', r"line 15: sub/\.\./a\.txt is listed twice"),
        ('["de-en.tmx"]', '["fr-en.tmx"]', r"line 2: no such file fr-en\.tmx"),
        ('["de-en.tmx"]', '"de-en.tmx"', "line 2: memories must be a list"),
        ("[[report]]", "[report]", "story.toml"),
    ],
)
def test_a_mistake_is_named_with_its_line(folder: Path, old: str, new: str, message: str) -> None:
    (folder / "story.toml").write_text(STORY.replace(old, new, 1))
    with pytest.raises(ReadError, match=message) as caught:
        load_story(folder)
    assert str(caught.value).startswith(str(folder / "story.toml"))
    assert "\n" not in str(caught.value)


def test_files_of_a_story_may_be_named_from_the_home_folder(
    folder: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path_factory.mktemp("home")
    (home / "a.txt").write_text(REPORT)
    (home / "de-en.tmx").write_text("")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    text = STORY.replace('"a.txt"', '"~/a.txt"').replace('"de-en.tmx"', '"~/de-en.tmx"')
    (folder / "story.toml").write_text(text)
    story = load_story(folder)
    assert story.reports[0].path == home / "a.txt"
    assert story.memories == (home / "de-en.tmx",)


def test_a_story_without_reports_says_so(folder: Path) -> None:
    (folder / "story.toml").write_text('title = "The dam"\n')
    with pytest.raises(ReadError, match=r"no \[\[report\]\] in it"):
        load_story(folder)
    (folder / "story.toml").write_text('report = "a.txt"\n')
    with pytest.raises(ReadError, match=r"line 1: reports are written as \[\[report\]\]"):
        load_story(folder)


def test_a_story_file_out_of_bounds_is_one_line(folder: Path) -> None:
    listing = folder / "story.toml"
    listing.write_text("title = " + "[" * 20_000)
    with pytest.raises(ReadError, match="nested too deeply"):
        load_story(folder)
    listing.write_text("title = " + "9" * 5_000)
    with pytest.raises(ReadError, match="thousands of digits"):
        load_story(folder)
    listing.write_text("#" * (2 << 20))
    with pytest.raises(ReadError, match="longer than 1 MB"):
        load_story(folder)


def test_a_file_whose_name_has_a_ligature_is_found(folder: Path) -> None:
    (folder / "o\ufb03ce.txt").write_text("The dam held.")
    (folder / "story.toml").write_text('[[report]]\nfile = "o\ufb03ce.txt"\n', encoding="utf-8")
    assert load_story(folder).reports[0].path.is_file()


def test_a_home_folder_that_there_is_not_is_no_such_file() -> None:
    for source in ("~nobody-of-that-name/a.txt", ["~nobody-of-that-name/a.txt"]):
        with pytest.raises(ReadError, match="no such file"):
            load_story(source)


def test_a_page_that_may_not_be_read_does_not_hide_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.html", "b.txt"):
        (tmp_path / name).write_text("The dam held.")

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)
    assert [report.id for report in load_story(tmp_path).reports] == ["a", "b"]


def test_many_reports_of_one_story_file_are_listed_by_reading_it_once(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = [folder / f"{number}.txt" for number in range(30)]
    for file in files:
        file.write_text(REPORT)
    entries = [f'[[report]]\nfile = "{file.name}"\nlabel = "No. {file.stem}"' for file in files]
    (folder / "story.toml").write_text("\n".join(entries))
    read: list[Path] = []

    def counted(path: Path) -> StoryEntry:
        read.append(path)
        return parse_story_file(path)

    monkeypatch.setattr("tui.read.story.parse_story_file", counted)
    story = load_story(files[5:20])
    assert [report.label for report in story.reports] == [f"No. {n}" for n in range(5, 20)]
    assert read == [folder / "story.toml"]


def test_the_same_file_twice_on_a_list_is_refused_through_links_too(folder: Path) -> None:
    (folder / "c.txt").symlink_to(folder / "a.txt")
    with pytest.raises(ReadError, match="named twice"):
        load_story([folder / "a.txt", folder / "c.txt"])


def test_missing_and_no_files_are_refused(folder: Path) -> None:
    with pytest.raises(ReadError, match="no such file"):
        load_story([folder / "a.txt", folder / "none.txt"])
    with pytest.raises(ReadError, match="no file given"):
        load_story([])
    with pytest.raises(ReadError, match="no such file"):
        load_story(folder / "none")
    with pytest.raises(ReadError, match="no such file"):
        load_story(folder / "other.toml")


def test_a_hostile_key_does_not_reach_the_terminal(folder: Path) -> None:
    (folder / "story.toml").write_text('"a\\u001b[2J" = 1\n')
    with pytest.raises(ReadError) as caught:
        load_story(folder)
    assert "\x1b" not in str(caught.value)


def test_control_characters_in_a_value_do_not_reach_the_terminal(folder: Path) -> None:
    hostile = '"Cou\\u001b[2Jrier\\nTwo\\u202e"'
    text = STORY.replace('"Courier"', hostile).replace('"The dam"', hostile)
    (folder / "story.toml").write_text(text)
    story = load_story(folder)
    assert story.title == story.reports[0].label == "Cou␛[2Jrier Two\ufffd"


@pytest.mark.parametrize(
    "name", [b"dam \xff", b"dam \x1b[31m", b"dam\nholds", "\u202edam".encode()]
)
def test_a_name_that_no_terminal_bears_is_told_legibly(tmp_path: Path, name: bytes) -> None:
    folder = tmp_path / os.fsdecode(name)
    folder.mkdir()
    files = [folder / os.fsdecode(name + suffix) for suffix in (b".txt", b".md")]
    for file in files:
        file.write_text(REPORT)
    for story in (load_story(folder), load_story(files)):
        assert [report.read().text for report in story.reports] == [REPORT, REPORT]
        ids = [report.id for report in story.reports]
        assert len(set(ids)) == 2
        for told in (story.title, *ids, read_article(files[0]).id):
            assert told.isprintable()
            told.encode()
