"""The crawl of the hostile web, and what it must come to, row by row."""
