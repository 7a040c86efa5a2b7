"""Where Diptych keeps things: the platform's folders, or all below ``DIPTYCH_HOME``."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

__all__ = ["HOME_VARIABLE", "cache_folder", "config_folder", "data_folder"]

HOME_VARIABLE = "DIPTYCH_HOME"
"""Environment variable naming one folder for everything, instead of the platform's three."""


def cache_folder() -> Path:
    """What can be had again: embeddings, translations by providers."""
    return _folder("cache")


def config_folder() -> Path:
    """Where ``config.toml`` is."""
    return _folder("config")


def data_folder() -> Path:
    """What the reader made and must never be lost: corrections, the library, where they were."""
    return _folder("data")


def _folder(kind: str) -> Path:
    home = os.environ.get(HOME_VARIABLE)
    if home:
        folder = Path(home)
        with suppress(RuntimeError):  # of a user there is not, it is a folder of that name
            folder = folder.expanduser()
        return folder / kind
    import platformdirs

    find = {
        "cache": platformdirs.user_cache_path,
        "config": platformdirs.user_config_path,
        "data": platformdirs.user_data_path,
    }
    return find[kind]("diptych", appauthor=False)
