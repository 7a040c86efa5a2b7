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

# The environment is whole or not there: a venv that failed half-way is removed.
$(VENV)/venv.stamp:
	@test -n "$(PYTHON)" || { echo "diptych needs Python 3.11 or newer; install it or set PYTHON=/path/to/python3" >&2; exit 2; }
ifdef UV
	$(UV) venv -q --clear --python $(PYTHON) $(VENV)
else
	@$(PYTHON) -m venv --clear $(VENV) || { rm -rf $(VENV); \
		echo "diptych: $(PYTHON) cannot make an environment; on Debian install python3-venv" >&2; exit 2; }
endif
	@touch $@

$(VENV)/run.stamp: $(VENV)/venv.stamp pyproject.toml constraints.txt
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

check: $(VENV)/dev.stamp  ## linters, types, layers, stale docs; the tests in a browser
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m scripts.docs --check
	$(BIN)/pytest -m browser

eval: $(VENV)/dev.stamp  ## quality figures: alignment and details
	$(BIN)/python -m bench.eval

bench: $(VENV)/dev.stamp  ## speed figures: first paint, keys, compare, scale
	$(BIN)/python -m bench.speed
	$(BIN)/python -m bench.scale

screenshots: $(VENV)/dev.stamp  ## remake screenshots/ from the running program
	$(BIN)/python -m scripts.screenshots

docs: $(VENV)/dev.stamp  ## remake the parts of docs/ that the program generates
	$(BIN)/python -m scripts.docs

clean:  ## remove the environment and caches
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
