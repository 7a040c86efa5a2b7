# All a contributor does. `make run` and `make test` need only Python >= 3.11, git and make.
VENV   := .venv
BIN    := $(VENV)/bin
UV     := $(shell command -v uv 2>/dev/null)
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3; do \
	command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& echo $$p && break; done)
ARGS   ?= seeds

ifdef UV
INSTALL := $(UV) pip install -q --compile-bytecode --python $(BIN)/python -c constraints.txt
else
INSTALL := $(BIN)/python -m pip install -q --disable-pip-version-check -c constraints.txt
endif

.DEFAULT_GOAL := help
.PHONY: help run test check eval bench screenshots docs clean

help:  ## list the targets
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "diptych needs Python 3.11 or newer; install it or set PYTHON=/path/to/python3" >&2; exit 2; }
ifdef UV
	$(UV) venv -q --python $(PYTHON) $(VENV)
else
	$(PYTHON) -m venv $(VENV)
endif

$(VENV)/run.stamp: $(BIN)/python pyproject.toml constraints.txt
	$(INSTALL) -e .
	@touch $@

$(VENV)/test.stamp: $(VENV)/run.stamp
	$(INSTALL) -e '.[test]'
	@touch $@

$(VENV)/dev.stamp: $(VENV)/test.stamp
	$(INSTALL) -e '.[dev]'
	@touch $@

run: $(VENV)/run.stamp  ## open the reader on seeds/ (or ARGS=...)
	@$(BIN)/diptych $(ARGS)

test: $(VENV)/test.stamp  ## the tests that need nothing but Python
	$(BIN)/pytest -n auto

check: $(VENV)/dev.stamp  ## linters, types, layers; real-terminal and browser tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -m 'browser or tmux'

eval: $(VENV)/dev.stamp  ## quality figures: alignment and details
	$(BIN)/python -m bench.eval

bench: $(VENV)/dev.stamp  ## speed figures: first paint, keys, compare, scale
	$(BIN)/python -m bench.speed

screenshots: $(VENV)/dev.stamp  ## remake screenshots/ from the running program
	$(BIN)/python -m scripts.screenshots

docs: $(VENV)/dev.stamp  ## remake the parts of docs/ that the program generates
	$(BIN)/python -m scripts.docs

clean:  ## remove the environment and caches
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis
