"""Reports: WHAT is told. One report model, many faces.

Lives here: the model, made from the store, and one file a face that renders it to text. May not:
speak SQL, open a socket, or judge; writing the text somewhere is the caller's business.
"""
