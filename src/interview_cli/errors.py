"""What can go wrong, each with the exit code of the command line. Messages are one line and say what to do."""

from __future__ import annotations


class InterviewError(Exception):
    """Something failed that is none of the cases below."""

    exit_code = 1


class UsageError(InterviewError):
    """The call does not make sense: an unknown option value, a section that is not there."""

    exit_code = 2


class SourceError(InterviewError):
    """An input could not be read: missing, undecodable, binary, too large, a folder without documents."""

    exit_code = 3


class PipelineError(InterviewError):
    """A spaCy pipeline could not be found or loaded."""

    exit_code = 4
