"""Benchmarks: what a night costs, side by side in one run with what people would use instead.

Lives here: measurements, each on the same machine, the same links and the same servers. May not:
be a test; a figure here is read by people, as a ratio.
"""
