"""What deep-translator's ChatGPT class needs of the package ``openai``, over our own transport.

The class calls ``openai.ChatCompletion.create``, which that package dropped with its version 1, and
which would have neither our deadline nor our errors. :class:`ChatService` is that one function over
the interface it stood for, ``POST /chat/completions``, which many servers for models on one's own
machine speak too.
"""

from __future__ import annotations

import builtins
from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

from tui.translate.http import Transport

__all__ = ["ChatService", "importing"]


class ChatService:
    """Stands in for the module ``openai``.

    Args:
        transport: Does the HTTP.
        address: The address that endpoints are below, with a slash at the end.

    Attributes:
        api_key: Set by deep-translator before it asks.
        ChatCompletion: The one thing that it asks.
    """

    def __init__(self, transport: Transport, address: str) -> None:
        self._transport = transport
        self._address = address
        self.api_key = ""
        self.ChatCompletion = SimpleNamespace(create=self._create)

    def _create(self, *, model: str, messages: Sequence[dict[str, str]]) -> SimpleNamespace:
        reply = self._transport.post(
            f"{self._address}chat/completions",
            json={"model": model, "messages": list(messages)},
            headers={"Authorization": f"Bearer {self.api_key}"},
        )
        choice = reply.json()["choices"][0]["message"]
        return SimpleNamespace(
            choices=[SimpleNamespace(message=SimpleNamespace(content=choice["content"]))]
        )


def importing(**modules: Any) -> dict[str, Any]:
    """Builtins whose ``import`` finds these modules before any other of their names."""

    def import_(name: str, *args: Any, **options: Any) -> Any:
        return modules.get(name) or builtins.__import__(name, *args, **options)

    return {**vars(builtins), "__import__": import_}
