"""The one exception that reaches a user: a line saying what is wrong, where, and what to do."""

from __future__ import annotations

__all__ = ["DiptychError"]


class DiptychError(Exception):
    """Something the user can mend. Its text is one line, shown as it is, with exit status 2.

    Modules raise a subclass where a caller may want to tell them apart (``ReadError``,
    ``ProviderError`` …). The text names the file or option, never a traceback, a key or a URL's
    query string, and never holds unescaped article text.
    """

    def __init__(self, message: str) -> None:
        super().__init__(" ".join(message.split()))
