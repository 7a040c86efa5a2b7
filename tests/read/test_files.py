"""Files that are none: one clear line each, and never a wait."""

from __future__ import annotations

import os
import socket
import tracemalloc
from pathlib import Path

import pytest

from tui.read import read_article
from tui.read.errors import ReadError
from tui.read.files import LIMIT, read_bytes


def reason(path: Path) -> str:
    with pytest.raises(ReadError) as caught:
        read_bytes(path)
    message = str(caught.value)
    assert "\n" not in message
    assert "Errno" not in message
    return message.removeprefix(f"{path}: ")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    assert reason(tmp_path / "none.txt") == "no such file"


def test_a_file_below_a_file_is_missing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a")
    assert reason(tmp_path / "a.txt" / "b.txt").startswith("no such file")


def test_a_folder_is_no_report(tmp_path: Path) -> None:
    assert reason(tmp_path) == "is a folder; name a file in it"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("a")
    path.chmod(0)
    assert "permissions" in reason(path)


def test_a_named_pipe_is_refused_without_waiting_for_a_writer(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    assert "named pipe" in reason(path)


def test_a_socket_and_a_device_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "s"
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(path))
        assert reason(path) == "is a socket, not a file"
    assert reason(Path("/dev/zero")) == "is a device, not a file"


def test_a_loop_of_links_is_named(tmp_path: Path) -> None:
    path = tmp_path / "loop"
    path.symlink_to(path)
    assert "loop" in reason(path)


def test_names_that_no_file_can_have_are_missing_files(tmp_path: Path) -> None:
    assert reason(tmp_path / ("x" * 5000)).endswith(": no such file: the name is too long")
    with pytest.raises(ReadError, match="no such file"):
        read_bytes(Path("a\0b"))


def test_a_file_over_the_limit_is_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    with path.open("wb") as file:
        file.truncate(100 << 20)
    tracemalloc.start()
    assert reason(path).startswith("longer than 50 MB")
    assert tracemalloc.get_traced_memory()[1] < 1 << 20
    tracemalloc.stop()


def test_a_text_over_the_limit_of_texts_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_bytes(b"a " * (LIMIT // 2 + 1))
    with pytest.raises(ReadError, match="longer than 10 MB"):
        read_article(path)


def test_a_file_that_does_not_stop_changing_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "log.txt"
    path.write_text("a")
    real = os.fstat
    moments = iter(range(100))

    def changing(handle: int) -> os.stat_result:
        os.utime(path, (next(moments), next(moments)))
        return real(handle)

    monkeypatch.setattr(os, "fstat", changing)
    assert reason(path).startswith("changes while it is read")


def test_a_file_that_changed_once_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("a")
    real = os.fstat
    waiting = ["then", "first"]

    def changing(handle: int) -> os.stat_result:
        status = real(handle)
        if waiting and waiting.pop() == "first":
            path.write_text("written since")
        return status

    monkeypatch.setattr(os, "fstat", changing)
    assert read_bytes(path) == b"written since"


def test_a_control_character_in_a_name_does_not_reach_the_terminal(tmp_path: Path) -> None:
    with pytest.raises(ReadError) as caught:
        read_bytes(tmp_path / "a\x1b[2Jb")
    assert "\x1b" not in str(caught.value)
