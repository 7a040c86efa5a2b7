"""Who may be sent text: asked in so many words, kept for the story, asked anew for another host."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.errors import DiptychError

if TYPE_CHECKING:
    from tui.app.screens.reader import ReaderScreen
    from tui.translate.provider import Provider

__all__ = ["agreed_provider", "choose_provider", "sent_line"]

NOBODY = "nobody"


def agreed_provider(story: str) -> Provider | None:
    """The provider that is on without asking: turned on for the story before, or in config.toml.

    Args:
        story: The story's key, empty where nothing is remembered of it.

    Raises:
        DiptychError: There is one, but it cannot be used, or its host is not the one agreed to.
    """
    from tui.store.config import load_config
    from tui.store.state import state_store

    config = load_config()
    consent = state_store().consent(story) if story else None
    name = consent.provider if consent else config.provider
    if not name:
        return None
    from tui.translate.provider import make_provider

    provider = make_provider(name, config.provider_settings(name))
    if consent and provider.host != consent.host:
        raise DiptychError(
            f"{provider.name} is at {provider.host} now, not at {consent.host}:"
            " nothing is sent before you turn it on again"
        )
    return provider


def sent_line(provider: Provider) -> str:
    """Who receives text now, and whether others can read it on its way."""
    from tui.translate.provider import THIS_MACHINE, link_words

    if provider.host == THIS_MACHINE:
        return f"{provider.name} translates on this machine; nothing is sent"
    return f"{provider.name}: text is sent to {provider.host} ({link_words(provider)})"


def choose_provider(reader: ReaderScreen) -> None:
    """Ask who translates what no memory covers, and then whether text may go there."""
    from tui.app.screens.choice import ChoiceDialog
    from tui.store.config import load_config
    from tui.translate.provider import provider_names, provider_needs

    try:
        config = load_config()
    except DiptychError as error:
        reader.tell(str(error))
        return
    choices = [
        (name, "set up in config.toml" if name in config.providers else provider_needs(name))
        for name in provider_names()
    ]
    if reader.translations.provider is not None:
        choices.insert(0, (NOBODY, "send nothing from now on"))

    def take(chosen: int | None) -> None:
        if chosen is None:
            return
        name = choices[chosen][0]
        if name == NOBODY:
            _decide(reader, "", None)
        else:
            _ask(reader, name)

    reader.app.push_screen(ChoiceDialog("Who translates what no memory covers?", choices), take)


def _ask(reader: ReaderScreen, name: str) -> None:
    from tui.app.screens.confirm import ConfirmDialog
    from tui.store.config import load_config
    from tui.translate.provider import THIS_MACHINE, consent_line, make_provider

    try:
        provider = make_provider(name, load_config().provider_settings(name))
    except DiptychError as error:
        reader.tell(str(error))
        return

    def take(agreed: bool | None) -> None:
        if agreed:
            _decide(reader, name, provider)

    stays = provider.host == THIS_MACHINE
    title = "Translate on this machine?" if stays else "Send text to this host?"
    words = f"{consent_line(provider, reader.translations.lacking())}; remembered for this story"
    reader.app.push_screen(ConfirmDialog(title, words), take)


def _decide(reader: ReaderScreen, name: str, provider: Provider | None) -> None:
    """Do it, and remember for the story who may be sent text, or that nobody may."""
    from tui.store.state import Consent, state_store

    reader.translations.use(provider)
    if story := reader.desk.key:
        try:
            state_store().set_consent(story, Consent(name, provider.host if provider else ""))
        except DiptychError as error:
            reader.tell(str(error))
