"""Loaders: a module a format, each from bytes to a :class:`~tui.read.document.Document`."""
