"""The reader's place and choices as values, and how commands change them; without Textual."""
