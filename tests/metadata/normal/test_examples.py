"""Every example in the normal forms' own words holds."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

from crawler.metadata import normal

MODULES = sorted(module.name for module in pkgutil.iter_modules(normal.__path__))


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_hold(name: str) -> None:
    module = importlib.import_module(f"{normal.__name__}.{name}")
    assert doctest.testmod(module).failed == 0
