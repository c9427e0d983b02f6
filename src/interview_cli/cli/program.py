"""From arguments to an exit code: whatever goes wrong on the way is one line on standard error."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import typer

from interview_cli.cli.commands import app
from interview_cli.cli.output import Messages
from interview_cli.errors import InterviewError

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code; nothing that goes wrong becomes a traceback."""
    messages = Messages()
    try:
        code = app(args=argv, prog_name="interview", standalone_mode=False)
        sys.stdout.flush()
        return int(code or 0)
    except InterviewError as error:
        messages.error(error)
        return error.exit_code
    except typer.TyperException as error:
        context = getattr(error, "ctx", None)
        command = context.command_path if context else "interview"
        messages.error(f"{error.format_message().rstrip('.')}; see {command} --help")
        return error.exit_code
    except (KeyboardInterrupt, typer.Abort):
        messages.clear()
        return 130
    except BrokenPipeError:
        _stop_quietly()
        return 0
    except SystemExit as stop:  # Typer's completion scripts, and its own way to end at a closed pipe
        return stop.code if isinstance(stop.code, int) else 0
    except OSError as error:
        messages.error(f"standard output cannot be written ({error.strerror or error}); is the disk full?")
        return InterviewError.exit_code


def _stop_quietly() -> None:
    """Point standard output nowhere, so that Python doesn't complain at exit about a reader that left."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
