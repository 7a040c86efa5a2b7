"""From the layout to segments: glyphs, styles, lines. Knows Rich, not Textual."""
