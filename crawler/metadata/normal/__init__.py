"""Normal forms: what a source says of a field, turned into text that can be compared.

Lives here: one small pure file a kind of value, and forms.py, which knows which field is of which.
May not: guess what is not said, raise on any JSON value, or choose between sources.
"""
