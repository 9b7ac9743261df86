"""Tests of the room that talks to servers; most of them over real sockets on loopback."""
