"""Memory: what was remembered of a link and tonight's reason in, what we now believe out.

Lives here: states, how patient each of them is, and events. Pure: the moment is passed in.
May not: open a socket, read a clock, speak SQL, or print.
"""
