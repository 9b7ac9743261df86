"""`make bench`: every measurement, as tables on standard output."""

from __future__ import annotations

from benchmarks import cost, finding, reading, truth

if __name__ == "__main__":
    finding.measure()
    reading.measure()
    cost.measure()
    truth.measure()
