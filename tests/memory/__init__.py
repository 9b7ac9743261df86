"""Tests of the memory: stories of nights, and what holds for any of them."""
