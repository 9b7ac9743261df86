"""Verdicts: the evidence of one look in, a verdict with its reason out.

Lives here: the closed enums, the frozen evidence record, the ordered rules. Pure: standard library
only. May not: open a socket, read a clock, speak SQL, or print.
"""
