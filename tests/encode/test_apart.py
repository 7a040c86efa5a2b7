"""An encoder in a process of its own answers as it would here, and leaves nothing behind."""

from __future__ import annotations

import os
import subprocess
import sys
from textwrap import dedent

import pytest

from tui.encode.apart import load_apart
from tui.encode.characters import CharacterEncoder

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the system has no fork")

BEGIN = """
import os, signal, sys
from pathlib import Path
from tui.encode.apart import load_apart
HERE = os.getpid()

def spelling():
    from tui.encode.characters import CharacterEncoder
    return CharacterEncoder(32)
"""


def run(script: str, *arguments: object) -> list[str]:
    """What a script says, run in an interpreter that has neither numpy nor threads."""
    whole = BEGIN + dedent(script)
    command = [sys.executable, "-c", whole, *map(str, arguments)]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert ended.stderr == ""
    return ended.stdout.splitlines()


def test_answers_are_those_of_the_encoder_itself() -> None:
    said = run("""
        apart = load_apart(spelling)
        texts = ["One.", "Two."]
        here = spelling()
        print((apart.encode(texts) == here.encode(texts)).all())
        print(apart.name == here.name, apart.dimensions, apart.languages == here.languages)
    """)
    assert said == ["True", "True 32 True"]


def test_it_is_the_child_that_encodes() -> None:
    said = run("""
        class Encoder:
            encode = lambda self, texts: os.getpid()

        apart = load_apart(Encoder)
        print(apart.encode([]) == apart._child, "numpy" in sys.modules)
    """)
    assert said == ["True False"]


def test_large_questions_put_ahead_are_answered_once_each_and_block_nobody() -> None:
    said = run("""
        class Encoder:
            called = 0
            def encode(self, texts):
                self.called += 1
                return self.called, texts[::-1]

        apart = load_apart(Encoder)
        one, two, other = (["x" * 400_000 + name] for name in "abc")
        apart.ask_ahead([("encode", (one,)), ("encode", (two,))])
        print(apart.encode(one) == (1, one))
        print(apart.encode(other) == (3, other))
        print(apart.encode(two) == (4, two))
    """)
    assert said == ["True", "True", "True"]


def test_all_that_was_asked_ahead_is_worked_out_before_any_answer_is_fetched() -> None:
    said = run("""
        told, tell = os.pipe()

        class Encoder:
            def encode(self, texts):
                os.write(tell, b".")
                return texts

        apart = load_apart(Encoder)
        texts = ["x" * 400_000]
        apart.ask_ahead([("encode", (texts,))] * 2)
        print(os.read(told, 1), os.read(told, 1))
        print(apart.encode(texts) == apart.encode(texts) == texts)
    """)
    assert said == ["b'.' b'.'", "True"]


def test_when_the_child_comes_to_an_end_the_work_is_done_here() -> None:
    said = run("""
        class Encoder:
            def encode(self, texts):
                if os.getpid() != HERE:
                    os.kill(os.getpid(), signal.SIGKILL)
                return texts

        apart = load_apart(Encoder)
        apart.ask_ahead([("encode", (["One."],))])
        print(apart.encode(["One."]), apart.encode(["Two."]))
    """)
    assert said == ["['One.'] ['Two.']"]


def test_what_fails_in_the_child_fails_here_and_is_told() -> None:
    said = run("""
        from tui.encode.use import EncoderError

        def damaged():
            raise EncoderError("damaged")

        apart = load_apart(damaged)
        try:
            apart.encode(["One."])
        except EncoderError as error:
            print(error)
    """)
    assert said == ["damaged"]


def test_an_interrupted_program_ends_its_child_which_leaves_no_half_written_file(
    tmp_path: os.PathLike[str],
) -> None:
    said = run(
        """
        from tui.files import replacing

        folder = Path(sys.argv[1])
        told, tell = os.pipe()

        def load():
            with replacing(folder / "weights.bin") as file:
                file.write(b"half")
                os.write(tell, b".")
                while True:
                    signal.pause()

        apart = load_apart(load)
        child = apart._child
        os.read(told, 1)
        os.kill(child, signal.SIGINT)
        print(len(list(folder.iterdir())))
        apart.close()
        print(len(list(folder.iterdir())))
        try:
            os.kill(child, 0)
        except ProcessLookupError:
            print("gone")
        """,
        tmp_path,
    )
    assert said == ["1", "0", "gone"]


def test_nobody_who_reads_what_the_program_writes_waits_for_the_child() -> None:
    said = run("""
        class Encoder:
            nowhere = os.stat(os.devnull)
            encode = lambda self, fd: os.path.samestat(os.fstat(fd), self.nowhere)

        apart = load_apart(Encoder)
        print(apart.encode(1), apart.encode(2))
    """)
    assert said == ["True True"]


def test_a_process_with_numpy_or_with_other_threads_is_not_forked() -> None:
    assert "numpy" in sys.modules or CharacterEncoder(8).encode(["One."]).size
    assert load_apart(CharacterEncoder) is None
    said = run("""
        import threading

        end = threading.Event()
        thread = threading.Thread(target=end.wait)
        thread.start()
        print(load_apart(spelling))
        end.set()
    """)
    assert said == ["None"]
