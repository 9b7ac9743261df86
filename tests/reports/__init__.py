"""Tests of the faces: snapshots of a hand-made night, and attacks on every one of them."""
