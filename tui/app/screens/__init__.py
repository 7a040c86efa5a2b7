"""The screens: the reader, and the dialogs it asks with."""
