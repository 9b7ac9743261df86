"""Tests of the signs: pages as real servers write them, and pages that only look alike."""
