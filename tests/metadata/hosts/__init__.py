"""Adapters of hosts: what they ask, and what they make of every answer they may get."""
