"""What is watched: the register of lists (`sources.toml`) and the bundled lists beside it.

A bundled list is a Markdown file that carries facts of a list people keep, damage included.
No code, no database and no report may live here.
"""
