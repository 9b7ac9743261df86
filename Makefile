# make setup · make demo · make test · make check · make bench
PYTHON ?= python3
BIN := .venv/bin
UV := $(shell command -v uv 2>/dev/null)

.PHONY: help setup demo test check bench fuzz picture lock clean
.DEFAULT_GOAL := help

help:
	@echo "make setup   makes .venv with the linkvitals command in .venv/bin"
	@echo "make demo    crawls the bundled lists against a miniature web: no internet needed"
	@echo "make test    runs the tests"
	@echo "make check   runs ruff and mypy"
	@echo "make bench   measures truth, cost and pace beside other checkers"
	@echo "make fuzz    looks at 50,000 made-up answers"
	@echo "make lock    renews requirements.lock (needs uv)"

setup: .venv/ready

# Everything is pinned with hashes; the project itself is installed from here, without an index.
.venv/ready: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "linkvitals needs Python 3.11 or newer; try: make PYTHON=python3.12"; exit 2; }
ifdef UV
	uv venv --quiet --allow-existing --python $(PYTHON) .venv
	uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements.lock
	uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
else
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
endif
	@touch $@

demo: setup
	@$(BIN)/linkvitals demo

test: setup
	$(BIN)/python -m pytest

check: setup
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

bench: setup
	$(BIN)/python -m benchmarks

fuzz: setup
	FUZZ=$(or $(FUZZ),50000) $(BIN)/python -m pytest -n 0 tests/hostile/test_fuzz.py

# The README's picture: the top of the demo's report (needs chromium).
picture: demo
	chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --force-device-scale-factor=1.5 \
	  --window-size=1000,760 --screenshot=docs/report.png file://$(CURDIR)/var/demo/report.html 2>/dev/null

lock:
	uv pip compile pyproject.toml --all-extras --universal --python-version 3.11 --generate-hashes \
	  --no-header --no-annotate --no-emit-index-url --no-emit-find-links --upgrade --quiet -o requirements.lock

clean:
	rm -rf .venv var dist htmlcov .coverage* .mypy_cache .ruff_cache .pytest_cache .hypothesis
