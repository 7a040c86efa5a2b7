"""Reading: files and text into articles."""
