"""Tests of the store, on databases in temporary folders."""
