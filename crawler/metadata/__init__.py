"""Metadata: pages and API answers in, fields out.

Lives here: reading pages, one file a host under hosts/, normal forms, what counts as a change.
May not: open a socket of its own, decide a verdict, speak SQL, or print.
"""
