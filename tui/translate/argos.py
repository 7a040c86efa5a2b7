"""Translating on this machine with the model files of Argos Translate.

Such a file (``.argosmodel``) is a zip archive with a CTranslate2 model, a SentencePiece model and
``metadata.json`` that names its two languages. It is read where it lies: nothing is unpacked,
installed or downloaded. The package ``argostranslate`` itself is not needed, for it adds what cuts
text into sentences, which these already are, and with that PyTorch. The extra ``diptych[argos]``
installs CTranslate2.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from tui.errors import printable, reason
from tui.read.files import expanded
from tui.translate.errors import ProviderError
from tui.translate.languages import UNKNOWN, primary
from tui.translate.provider import THIS_MACHINE, Limits, ProviderSettings

__all__ = ["ArgosProvider"]

SUFFIX = ".argosmodel"
PIVOT = "en"
"""Nearly every model has English on one side, so that two of them translate any other pair."""
LARGEST = 2 << 30
"""Bytes of a model once inflated; the usual ones have some 100 MB."""
BEAMS = 4
"""The width of the beam search, as Argos Translate has it."""


class ArgosProvider:
    """Models in one file or folder, as a :class:`~tui.translate.provider.Provider`.

    Args:
        settings: ``model`` is the file, or a folder of such files.

    Raises:
        ProviderError: There is no such file, one of them is no model, or the extra is missing.
    """

    def __init__(self, settings: ProviderSettings) -> None:
        from importlib.util import find_spec

        if not settings.model:
            raise ProviderError(
                "Argos needs a model: set model to an .argosmodel file, or to a folder of them,"
                " below [providers.argos] in config.toml"
            )
        if find_spec("ctranslate2") is None:
            raise ProviderError("Argos needs an extra: pip install 'diptych[argos]'")
        self._concurrency = settings.concurrency or 1
        self._models = {
            (model.source, model.target): model for model in _models(Path(settings.model))
        }

    @property
    def name(self) -> str:
        """What the reader calls it."""
        return "Argos"

    @property
    def host(self) -> str:
        """Nothing is sent anywhere."""
        return THIS_MACHINE

    @property
    def encrypted(self) -> bool:
        """Nobody else can read what is not sent."""
        return True

    @property
    def limits(self) -> Limits:
        """One thread asks at a time: the engine uses the processor well enough by itself."""
        return Limits(max_bytes=4000, spacing=0.0, concurrency=self._concurrency)

    def translate(self, text: str, source: str, target: str) -> str:
        """Translate one text; see :class:`~tui.translate.provider.Provider`."""
        for model in self._way(primary(source), primary(target)):
            text = model.translate(text)
        if not text:
            raise ProviderError(f"{self.name} gave no translation")
        return text

    def _way(self, source: str, target: str) -> tuple[_Model, ...]:
        """The models to take a text through, one after another."""
        if source == UNKNOWN:
            raise ProviderError(
                f"{self.name} must be told the report's language, which could not be found out;"
                " say which it is",
                fatal=True,
            )
        for pairs in ([(source, target)], [(source, PIVOT), (PIVOT, target)]):
            if all(pair in self._models for pair in pairs):
                return tuple(self._models[pair] for pair in pairs)
        known = ", ".join(f"{a} to {b}" for a, b in sorted(self._models))
        raise ProviderError(
            f"{self.name} has no model from {source} to {target}, only {known}", fatal=True
        )


@dataclass(frozen=True)
class _Model:
    """One model file; loaded when it is first used."""

    path: Path
    source: str
    target: str
    prefix: str
    lock: threading.Lock

    def translate(self, text: str) -> str:
        with self.lock:
            pieces, translator = self._loaded
        prefix = [[self.prefix]] if self.prefix else None
        (result,) = translator.translate_batch(
            [pieces.encode(text, out_type=str)],
            target_prefix=prefix,
            beam_size=BEAMS,
            max_batch_size=1,
            replace_unknowns=True,
        )
        found = result.hypotheses[0]
        if self.prefix and found[:1] == [self.prefix]:
            found = found[1:]
        # Some models have words the tokenizer does not know, which keep its sign for a space.
        return str(pieces.decode_pieces(found)).replace("▁", " ").strip()

    @cached_property
    def _loaded(self) -> tuple[Any, Any]:
        from ctranslate2 import Translator
        from sentencepiece import SentencePieceProcessor

        with _opened(self.path) as archive:
            names = _members(archive, self.path)
            tokenizer = _unpacked(archive, names["sentencepiece.model"], self.path)
            files = {
                name.removeprefix("model/"): _unpacked(archive, full, self.path)
                for name, full in names.items()
                if name.startswith("model/") and not name.endswith("/")
            }
        try:
            return (
                SentencePieceProcessor(model_proto=tokenizer),
                Translator(str(self.path), device="cpu", files=files),
            )
        except Exception:  # noqa: BLE001 -- the engines' native code raises what it likes
            raise _broken(self.path, "its model cannot be loaded") from None


def _models(path: Path) -> Iterator[_Model]:
    path = expanded(path)
    files = sorted(path.glob(f"*{SUFFIX}")) if path.is_dir() else [path]
    if not files:
        raise ProviderError(f"{printable(path)}: a folder without {SUFFIX} files")
    return map(_described, files)


def _described(path: Path) -> _Model:
    """What a file says of itself; its model is not loaded."""
    with _opened(path) as archive:
        names = _members(archive, path)
        try:
            told = json.loads(_unpacked(archive, names["metadata.json"], path))
            source, target = str(told["from_code"]), str(told["to_code"])
            prefix = str(told.get("target_prefix") or "")
        except (KeyError, TypeError, ValueError, AttributeError):
            raise _broken(path, "its metadata.json names no languages") from None
        if "sentencepiece.model" not in names:
            raise _broken(path, "it has no sentencepiece.model; other tokenizers are not read")
    return _Model(path, primary(source), primary(target), prefix, threading.Lock())


def _opened(path: Path) -> ZipFile:
    try:
        return ZipFile(path)
    except BadZipFile:
        raise _broken(path, "it is no zip archive") from None
    except OSError as error:
        raise _broken(path, reason(error)) from None


def _members(archive: ZipFile, path: Path) -> Mapping[str, str]:
    """The names in an archive below its one folder, and as they are."""
    if sum(member.file_size for member in archive.infolist()) > LARGEST:
        raise _broken(path, "it is larger than any model")
    names = archive.namelist()
    return {name.partition("/")[2]: name for name in names} | {
        name: name for name in names if "/" not in name
    }


def _unpacked(archive: ZipFile, name: str, path: Path) -> bytes:
    try:
        return archive.read(name)
    except Exception:  # noqa: BLE001 -- zlib, lzma and zipfile each have errors of their own
        raise _broken(path, "a part of it cannot be unpacked") from None


def _broken(path: Path, reason: str) -> ProviderError:
    return ProviderError(
        f"{printable(path)}: no Argos model that can be used: {reason}", fatal=True
    )
