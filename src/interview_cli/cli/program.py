"""From arguments to an exit code: whatever goes wrong on the way is one line on standard error."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from interview_cli import __version__
from interview_cli.cli.commands import COMMANDS
from interview_cli.cli.output import Messages, Output, ReaderGoneError
from interview_cli.cli.session import defect
from interview_cli.errors import InterviewError

if TYPE_CHECKING:
    from collections.abc import Sequence


def _program(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Show the version and stop.")] = False,
) -> None:
    """Read Dutch interviews: sections, bullet lists, quotes with their speakers, entities.

    FILE is a text file, a folder, or - for standard input. Without FILE: what is piped in, else the
    folder corpus, else an interview that ships with this program.
    """
    if version or context.invoked_subcommand is None:
        with Output(None) as output:
            output.write(f"interview {__version__}\n" if version else context.get_help() + "\n")
        raise typer.Exit


def _app(arguments: Sequence[str]) -> typer.Typer:
    """Build the app with all commands, or with the one that is called: Typer takes a millisecond for each."""
    app = typer.Typer(
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )
    app.callback(invoke_without_command=True)(_program)
    called = arguments[0] if arguments else ""
    for name in [called] if called in COMMANDS else COMMANDS:
        app.command(name)(COMMANDS[name])
    return app


def run(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code; nothing that goes wrong becomes a traceback."""
    messages = Messages()
    arguments = sys.argv[1:] if argv is None else list(argv)
    try:
        code = _app(arguments)(args=arguments, prog_name="interview", standalone_mode=False)
        return int(code or 0)
    except InterviewError as error:
        messages.error(error)
        return error.exit_code
    except typer.TyperException as error:
        context = getattr(error, "ctx", None)
        command = context.command_path if context else "interview"
        what = error.format_message().rstrip(".")
        messages.error(f"{what}{'' if what.endswith('?') else ';'} see {command} --help")
        return error.exit_code
    except (KeyboardInterrupt, typer.Abort):
        messages.clear()
        return 130
    except ReaderGoneError:
        _stop_quietly()
        return 0
    except SystemExit as stop:  # Typer's completion scripts, and its own way to end at a closed pipe
        return stop.code if isinstance(stop.code, int) else 0
    except Exception as error:
        messages.error(defect("the result", error))
        return InterviewError.exit_code


def _stop_quietly() -> None:
    """Point standard output nowhere, so that Python doesn't complain at exit about a reader that left."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
