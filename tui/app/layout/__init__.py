"""Where every line stands: wrapping, columns, sheets, gutter. Nothing here imports Textual."""
