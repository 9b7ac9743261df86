"""Answers of servers that misbehave, most of them made from an answer that does not."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from crawler.demo.steps import FOREVER, Answer, Asked, End, Step, Wait

END_OF_HEAD = b"\r\n\r\n"
LENGTH = re.compile(rb"\r\ncontent-length:[^\r\n]*", re.IGNORECASE)


def hang(_: Asked) -> Iterable[Step]:
    """Accept the request and never answer."""
    return (FOREVER,)


def reset_at_once(_: Asked) -> Iterable[Step]:
    """Reset the connection as soon as the request is read."""
    return (End.RESET,)


def close_at_once(_: Asked) -> Iterable[Step]:
    """Close the connection as soon as the request is read, without a word."""
    return (End.CLOSE,)


def slow(seconds: float, answer: Answer) -> Answer:
    """Answer as told, after some seconds of silence."""

    def played(asked: Asked) -> Iterator[Step]:
        yield Wait(seconds)
        yield from answer(asked)

    return played


def drip(answer: Answer, seconds: float) -> Answer:
    """Give the head at once and then the body byte by byte, each after so many seconds."""

    def played(asked: Asked) -> Iterator[Step]:
        for in_body, step in _parts(answer(asked)):
            if not (in_body and isinstance(step, bytes)):
                yield step
                continue
            for byte in step:
                yield Wait(seconds)
                yield bytes([byte])

    return played


def cut(answer: Answer, after: int, *, reset: bool = False) -> Answer:
    """End the connection after so many bytes of the body; 0 leaves the head alone."""
    return _until(answer, after, End.RESET if reset else End.CLOSE)


def stall(answer: Answer, after: int) -> Answer:
    """Fall silent for ever after so many bytes of the body."""
    return _until(answer, after, FOREVER)


def lie(answer: Answer, content_length: int | None) -> Answer:
    """Declare a length that is not the body's, or none at all, and close after the body."""
    declared = b"" if content_length is None else b"\r\nContent-Length: %d" % content_length
    retouched = retouch(answer, lambda head: LENGTH.sub(b"", head)[:-4] + declared + END_OF_HEAD)

    def played(asked: Asked) -> Iterator[Step]:
        yield from retouched(replace(asked, keep_alive=False))
        yield End.CLOSE

    return played


def retouch(answer: Answer, change: Callable[[bytes], bytes]) -> Answer:
    """Change the head of an answer, from the status line to the blank line, as bytes."""

    def played(asked: Asked) -> Iterator[Step]:
        for in_body, step in _parts(answer(asked)):
            yield change(step) if isinstance(step, bytes) and not in_body else step

    return played


def _until(answer: Answer, after: int, last: Step) -> Answer:
    def played(asked: Asked) -> Iterator[Step]:
        left = after
        for in_body, step in _parts(answer(asked)):
            if not (in_body and isinstance(step, bytes)):
                yield step
                continue
            yield step[:left]
            left -= len(step)
            if left <= 0:
                break
        yield last

    return played


def _parts(steps: Iterable[Step]) -> Iterator[tuple[bool, Step]]:
    """Say of each step whether it belongs to the body; the head comes as one step of its own."""
    in_body = False
    for step in steps:
        if in_body or not isinstance(step, bytes):
            yield in_body, step
            continue
        head, _, body = step.partition(END_OF_HEAD)
        yield False, head + END_OF_HEAD
        in_body = True
        if body:
            yield True, body
