"""Translating on this machine: real models of CTranslate2, made by hand."""

from __future__ import annotations

import json
import socket
from pathlib import Path
from typing import NoReturn
from zipfile import ZipFile

import pytest

from tests.factories import make_article
from tests.translate.argos_model import word_pieces, write_word_model
from tui.translate import (
    ProviderError,
    ProviderSettings,
    consent_line,
    make_provider,
    translate_article,
)

GERMAN = {"Die": "The", "Fähre": "ferry", "liegt": "lies", "fest.": "fast."}
FRENCH = {"The": "Le", "ferry": "ferry", "lies": "est", "fast.": "bloqué."}


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("models")
    write_word_model(folder / "translate-de_en-1_0.argosmodel", GERMAN, "de", "en")
    write_word_model(folder / "translate-en_fr-1_0.argosmodel", FRENCH, "en", "fr")
    return folder


def argos(path: Path) -> ProviderSettings:
    return ProviderSettings(model=str(path))


def test_a_model_file_translates_where_it_lies(models: Path) -> None:
    before = sorted(models.iterdir())
    provider = make_provider("argos", argos(models / "translate-de_en-1_0.argosmodel"))
    assert provider.translate("Die Fähre liegt fest.", "de", "en") == "The ferry lies fast."
    assert provider.translate("Fähre liegt", "de-AT", "en-GB") == "ferry lies"
    assert provider.translate("Die Fähre fest.", "de", "en") == "The ferry fast."
    assert sorted(models.iterdir()) == before


def test_nothing_of_it_touches_the_network(models: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> NoReturn:
        raise AssertionError("a connection was made")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    provider = make_provider("argos", argos(models))
    article = make_article(["Die Fähre liegt fest."], lang="de")
    (found,) = translate_article(article, "en", provider=provider).values()
    assert (found.text, found.origin) == ("The ferry lies fast.", "Argos (this machine)")
    assert consent_line(provider, 1) == (
        "Argos: 1 sentence will be translated on this machine; nothing is sent"
    )


def test_the_piece_a_model_wants_a_translation_to_begin_with_is_not_shown(tmp_path: Path) -> None:
    path = write_word_model(tmp_path / "to.argosmodel", GERMAN, "de", "en", prefix="▁The")
    provider = make_provider("argos", argos(path))
    assert provider.translate("Die Fähre liegt", "de", "en") == "ferry lies"
    assert provider.translate("liegt Fähre liegt", "de", "en") == "ferry lies"


def test_a_folder_of_models_translates_by_way_of_english(models: Path) -> None:
    provider = make_provider("argos", argos(models))
    assert provider.translate("Die Fähre liegt fest.", "de", "fr") == "Le ferry est bloqué."


@pytest.mark.parametrize(
    ("source", "target", "words"),
    [
        ("en", "de", "no model from en to de, only de to en, en to fr"),
        ("und", "en", "must be told the report's language"),
    ],
)
def test_a_pair_there_is_no_model_for_is_told_with_those_there_are(
    models: Path, source: str, target: str, words: str
) -> None:
    with pytest.raises(ProviderError, match=words) as caught:
        make_provider("argos", argos(models)).translate("The ferry", source, target)
    assert caught.value.fatal


def packed(path: Path, files: dict[str, str | bytes]) -> Path:
    with ZipFile(path, "w") as archive:
        for name, text in files.items():
            archive.writestr(f"translate/{name}", text)
    return path


METADATA = json.dumps({"from_code": "de", "to_code": "en"})


@pytest.mark.parametrize(
    ("files", "words"),
    [
        (None, "it is no zip archive"),
        ({}, "metadata.json names no languages"),
        ({"metadata.json": "[1]"}, "metadata.json names no languages"),
        ({"metadata.json": METADATA}, "no sentencepiece.model"),
    ],
)
def test_a_file_that_is_no_model_is_told_before_anything_is_translated(
    tmp_path: Path, files: dict[str, str | bytes] | None, words: str
) -> None:
    path = tmp_path / "odd.argosmodel"
    if files is None:
        path.write_text("Guten Tag")
    else:
        packed(path, files)
    with pytest.raises(ProviderError, match=rf"odd\.argosmodel: no Argos model .*{words}"):
        make_provider("argos", argos(path))


def test_a_damaged_archive_is_told(tmp_path: Path) -> None:
    path = packed(tmp_path / "damaged.argosmodel", {"metadata.json": METADATA})
    path.write_bytes(path.read_bytes().replace(b"from_code", b"from_cide"))
    with pytest.raises(ProviderError, match="a part of it cannot be unpacked"):
        make_provider("argos", argos(path))


def test_a_model_that_cannot_be_loaded_is_told_and_not_tried_again(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "metadata.json": METADATA,
        "sentencepiece.model": word_pieces(GERMAN),
        "model/model.bin": "junk",
    }
    provider = make_provider("argos", argos(packed(tmp_path / "junk.argosmodel", files)))
    with pytest.raises(ProviderError, match="its model cannot be loaded") as caught:
        provider.translate("Die Fähre", "de", "en")
    assert caught.value.fatal


@pytest.mark.parametrize(
    ("model", "words"),
    [
        (None, "set model to an .argosmodel file"),
        ("gone.argosmodel", r"gone\.argosmodel: .*no such file"),
        (".", "a folder without .argosmodel files"),
    ],
)
def test_a_model_that_is_not_there_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, model: str | None, words: str
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ProviderError, match=words):
        make_provider("argos", ProviderSettings(model=model))


def test_without_the_extra_its_name_is_told(monkeypatch: pytest.MonkeyPatch, models: Path) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(ProviderError, match=r"pip install 'diptych\[argos\]'"):
        make_provider("argos", argos(models))
