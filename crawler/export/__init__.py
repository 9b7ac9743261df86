"""Export: the catalogue of all entries, in formats that others read.

Lives here: the values of a catalogue, and a thin face a format that writes them to a stream.
May not: speak SQL, touch the network, make up what is not known, or print.
"""
