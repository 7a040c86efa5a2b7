"""``python -m tui`` is ``diptych``."""

from tui.cli import main

if __name__ == "__main__":
    main()
