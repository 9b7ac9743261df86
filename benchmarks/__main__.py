"""`make bench`: every measurement, as tables on standard output."""

from __future__ import annotations

from benchmarks import cost, reading

if __name__ == "__main__":
    reading.measure()
    cost.measure()
