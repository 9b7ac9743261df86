"""Spiders: one night's walk from the lists over their links to the looks.

Lives here: the Scrapy spider, the order of the night, and how one look is made. May not: open a
socket of its own, decide what a link's state is, speak SQL, or print.
"""
