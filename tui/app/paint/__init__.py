"""From the layout to strips: glyphs, styles, lines. Knows Rich and Textual's strip, no widget."""
