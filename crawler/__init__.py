"""linkvitals: the pulse of every link on a list of data sets, every night."""

__version__ = "0.1.0"
