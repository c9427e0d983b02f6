"""The command line: the only part that prints or exits."""

from interview_cli.cli.program import main

__all__ = ["main"]
