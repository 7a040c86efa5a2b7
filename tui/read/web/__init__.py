"""Fetching one page at its reader's request; nothing else in this package uses the network."""

from tui.read.web.exchange import Policy
from tui.read.web.fetch import fetch_page
from tui.read.web.page import Page

__all__ = ["Page", "Policy", "fetch_page"]
