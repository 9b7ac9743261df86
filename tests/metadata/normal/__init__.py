"""Tests of the normal forms."""
