from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

from crawler.metadata import pages

MODULES = [module.name for module in pkgutil.iter_modules(pages.__path__)]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_in_the_docs_hold(name: str) -> None:
    assert not doctest.testmod(importlib.import_module(f"{pages.__name__}.{name}")).failed
