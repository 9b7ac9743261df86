"""Lists: Markdown in, mentions and entries out.

Lives here: reading a list's text, repairing what was damaged, naming its entries. Pure: text in,
frozen values out. May not: open a socket, read a clock, speak SQL, or print.
"""
