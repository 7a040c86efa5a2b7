"""Translations: from memories (TMX), and from a provider where the reader allows one."""

from __future__ import annotations

from tui.translate.article import (
    Cache,
    Untranslated,
    iter_translations,
    origin_of,
    translate_article,
    untranslated,
)
from tui.translate.errors import MemoryFileError, ProviderError, TranslationError
from tui.translate.memory import Memory, load_memory
from tui.translate.provider import (
    Limits,
    Provider,
    ProviderSettings,
    consent_line,
    make_provider,
    provider_names,
)
from tui.translate.tmx import Unit, Variant, read_tmx, write_tmx

__all__ = [
    "Cache",
    "Limits",
    "Memory",
    "MemoryFileError",
    "Provider",
    "ProviderError",
    "ProviderSettings",
    "TranslationError",
    "Unit",
    "Untranslated",
    "Variant",
    "consent_line",
    "iter_translations",
    "load_memory",
    "make_provider",
    "origin_of",
    "provider_names",
    "read_tmx",
    "translate_article",
    "untranslated",
    "write_tmx",
]
