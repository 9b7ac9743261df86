"""What the user did wrong, in one line."""

from __future__ import annotations


class UsageProblem(Exception):
    """Wrong use or unreadable input: the message says what, where and what to do, in one line.

    The command line prints it and leaves with exit code 2; it is never shown as a traceback.
    """


class NightInterrupted(Exception):
    """The night was stopped on request; what was looked at so far is kept and can be resumed."""
