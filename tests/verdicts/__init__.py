"""Tests of the verdicts: tables of evidence, and properties that hold for any."""
