"""What a translation provider is, and the table of those that can be had by name.

A provider sends text to another machine, so none is ever made or asked unless the reader turned
it on; ``host`` and ``encrypted`` are there for the screen to say who would receive the text.
Other packages add providers by an entry point in the group ``diptych.providers``: a callable that
takes :class:`ProviderSettings` and returns a :class:`Provider`. docs/translation.md has an example.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol, runtime_checkable

from tui.translate.errors import ProviderError

__all__ = [
    "ENTRY_POINTS",
    "THIS_MACHINE",
    "Limits",
    "Provider",
    "ProviderSettings",
    "consent_line",
    "link_words",
    "make_provider",
    "provider_names",
    "provider_needs",
]

ENTRY_POINTS = "diptych.providers"

THIS_MACHINE = "this machine"
"""The ``host`` of an engine that sends nothing anywhere."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How a provider wants to be treated.

    ``max_bytes`` bounds one request's text in UTF-8 (longer sentences are sent in pieces),
    ``spacing`` is the least number of seconds between the starts of two requests, ``concurrency``
    the number of requests under way at once.
    """

    max_bytes: int = 2000
    spacing: float = 0.25
    concurrency: int = 2


@dataclass(frozen=True, slots=True)
class ProviderSettings:
    """What the configuration gives a provider. The key is left out of every ``repr``.

    ``url`` is an address to use instead of the service's own: the reader's own server, a gateway.
    ``model`` names a chat service's model, or the file or folder of a local engine's. ``region``
    is asked for by some accounts of Microsoft; ``account`` is the public half of a two-part key.
    ``deadline`` is in seconds for one request; ``spacing`` and ``concurrency`` go before the
    provider's own :class:`Limits`.
    """

    url: str | None = None
    model: str | None = None
    key: str | None = field(default=None, repr=False)
    account: str | None = field(default=None, repr=False)
    region: str | None = None
    deadline: float = 20.0
    spacing: float | None = None
    concurrency: int | None = None


@runtime_checkable
class Provider(Protocol):
    """A service, or an engine on this machine, that translates one text at a time.

    ``translate`` may be called from several threads at once, and must keep them apart.
    """

    @property
    def name(self) -> str:
        """What the reader calls it: "LibreTranslate"."""
        ...

    @property
    def host(self) -> str:
        """Who receives the text: host, with the port where it is not the usual one.

        :data:`THIS_MACHINE` for an engine that sends nothing anywhere.
        """
        ...

    @property
    def encrypted(self) -> bool:
        """Whether the text is encrypted on its way."""
        ...

    @property
    def limits(self) -> Limits:
        """How the provider wants to be treated."""
        ...

    def translate(self, text: str, source: str, target: str) -> str:
        """Translate one text, waiting for the answer.

        Args:
            text: One sentence or less, not longer than ``limits.max_bytes``.
            source: Its language, ISO 639-1; ``"und"`` where it is not known.
            target: The language wanted.

        Raises:
            ProviderError: There is no translation, and why.
        """
        ...


def provider_names() -> tuple[str, ...]:
    """The names :func:`make_provider` knows, those of installed entry points included."""
    return tuple(sorted({*_own(), *_entry_points()}))


def provider_needs(name: str) -> str:
    """What a provider needs from the reader, in a few words, told without loading it."""
    from tui.translate.engines import ENGINES

    if name == "argos":
        return "on this machine; a model file in config.toml"
    if name not in ENGINES:
        return "from an installed package"
    engine = ENGINES[name]
    keys = " and ".join(variable for _, variable in filter(None, (engine.key, engine.account)))
    if engine.own_server:
        return f"your own server, by its url in config.toml; or a key in {keys}"
    return f"a key in {keys}" if keys else "no key"


def make_provider(name: str, settings: ProviderSettings | None = None) -> Provider:
    """Make a provider, sending nothing.

    Raises:
        ProviderError: There is none of that name, it lacks a setting it cannot do without, or the
            package that brings it is broken.
    """
    settings = settings or ProviderSettings()
    if make := _own().get(name):
        return make(settings)
    load = _entry_points().get(name)
    if load is None:
        raise ProviderError(
            f"no translation provider is called {name!r}; there are {', '.join(provider_names())}"
        )
    try:
        provider = load()(settings)
    except ProviderError:
        raise
    except Exception as error:  # noqa: BLE001 -- a package from anywhere
        raise ProviderError(
            f"provider {name!r} cannot be used: the package that brings it failed"
            f" ({type(error).__name__})"
        ) from None
    if not isinstance(provider, Provider):
        raise ProviderError(f"what is installed as provider {name!r} is not one")
    return provider


def consent_line(provider: Provider, sentences: int) -> str:
    """What the reader agrees to by turning a provider on, in a line."""
    what = "1 sentence" if sentences == 1 else f"{sentences:,} sentences"
    if provider.host == THIS_MACHINE:
        return f"{provider.name}: {what} will be translated on this machine; nothing is sent"
    return f"{provider.name}: {what} will be sent to {provider.host} ({link_words(provider)})"


def link_words(provider: Provider) -> str:
    """Whether others can read the text on its way to a provider."""
    if provider.host == THIS_MACHINE:
        return "nothing is sent"
    from urllib.parse import urlsplit

    from tui.translate.http import is_loopback

    link = "encrypted" if provider.encrypted else "NOT encrypted on the way"
    host = urlsplit(f"//{provider.host}").hostname or ""
    return f"on this machine, {link}" if is_loopback(host) else link


def _own() -> dict[str, Callable[[ProviderSettings], Provider]]:
    """What comes with the program: deep-translator's services, and Argos models on this machine."""
    from functools import partial

    from tui.translate.argos import ArgosProvider
    from tui.translate.deep import DeepProvider
    from tui.translate.engines import ENGINES

    services = {name: partial(DeepProvider, engine) for name, engine in ENGINES.items()}
    return {"argos": ArgosProvider, **services}


def _entry_points() -> dict[str, Callable[[], Callable[[ProviderSettings], object]]]:
    from importlib.metadata import entry_points

    return {point.name: point.load for point in entry_points(group=ENTRY_POINTS)}
