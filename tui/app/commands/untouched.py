"""The command that shows a report as its file gives it."""

from __future__ import annotations

import asyncio
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tui.app.commands.table import Group, command
from tui.errors import DiptychError

if TYPE_CHECKING:
    from tui.app.screens.reader import ReaderScreen
    from tui.model import Article


@command("U", group=Group.VIEWING)
def show_untouched(reader: ReaderScreen) -> None:
    """Show the untouched text of this report: page furniture, hard wraps and all."""
    article = reader.reading.article(reader.reading.place.which)
    if article.path is None:
        reader.tell("this report came from no file; there is no other text of it")
        return
    reader.run_worker(_show(reader, article, Path(article.path)))


async def _show(reader: ReaderScreen, article: Article, path: Path) -> None:
    from tui.app.screens.untouched import UntouchedScreen
    from tui.read import read_article

    try:
        untouched = await asyncio.to_thread(partial(read_article, path, raw=True))
    except DiptychError as error:
        reader.tell(str(error))
        return
    reader.app.push_screen(UntouchedScreen(article.name, untouched.text))
