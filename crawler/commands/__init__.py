"""Commands: one file a command of the command line.

Lives here: options, help texts, what is printed. May not: do the work; that is another room's.
Heavy rooms are imported inside the commands, so that `--help` starts at once.
"""
