"""What can go wrong with translations, each as one line for the reader."""

from __future__ import annotations

from tui.errors import DiptychError

__all__ = ["MemoryFileError", "ProviderError", "TranslationError"]


class TranslationError(DiptychError):
    """A translation that cannot be had, or a memory that cannot be read or written."""


class MemoryFileError(TranslationError):
    """A translation memory that cannot be read or written: file, line, what is wrong."""


class ProviderError(TranslationError):
    """A provider that gave no translation.

    The message names the provider and the reason. It never holds a URL, a key or a part of the
    text, whatever the library underneath put in its own message.

    Attributes:
        retryable: Whether the same request may well succeed later (busy, slow, dropped).
        fatal: Whether every further request would fail alike (key refused, unknown language).
        retry_after: Seconds the server asked to be left alone for, if it did.
    """

    def __init__(
        self,
        message: str,
        *,
        retryable: bool = False,
        fatal: bool = False,
        retry_after: float | None = None,
    ) -> None:
        super().__init__(message)
        self.retryable = retryable
        self.fatal = fatal
        self.retry_after = retry_after
