"""Tests of the miniature web, over real sockets with a bare client."""
