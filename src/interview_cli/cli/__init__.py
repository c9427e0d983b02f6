"""The command line: the only part that prints or exits."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    gc.disable()  # modules being loaded leave no garbage, but looking for it takes a tenth of the time
    from interview_cli.cli.program import run

    gc.enable()
    return run(argv)
