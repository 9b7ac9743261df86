"""Pages: the bytes of a landing page in, what it says of its data set out.

Lives here: one small file a kind of markup, and which object on a page is the data set.
May not: bring values into normal form, choose between sources, or know a host by name.
"""

from crawler.metadata.pages.reading import read_fields

__all__ = ["read_fields"]
