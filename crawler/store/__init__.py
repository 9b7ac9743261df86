"""Store: the only place that speaks SQL.

Lives here: the schema and its migrations, the writer of a night, the reader for faces, the journal
of a night that is not over. May not: open a socket, decide a verdict or a state, or print.
"""
