# Two commands do everything: `make run` and `make test`. Both set up what they need in .venv/ first.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# The app and its tests start Python again and again, so that compiled modules are kept whatever the environment says.
unexport PYTHONDONTWRITEBYTECODE
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile
# On all cores, which pip leaves idle; a file that is not for this Python stays as it is.
COMPILE := $(BIN)/python -m compileall -qq -j 0 $(VENV)/lib hartcity || true

CHECKS := types lint layout layers scripts spell

# Each with its own words in one piece, where make can keep them together; all that is wrong is told.
TWO_AT_A_TIME = $(MAKE) --no-print-directory --keep-going --jobs=2 $(if $(filter output-sync,$(.FEATURES)),--output-sync)

.PHONY: run test test-long bench check $(CHECKS) compiled-tests format lock clean

run: $(VENV)/.ready-to-run
	$(BIN)/streamlit run app.py --server.headless=false --server.showEmailPrompt=false

# One more process than the cores of a small machine, since a browser's test often waits. A file's tests stay together,
# since they share servers; which files begin first, tests/conftest.py says. All go behind everything else, as class runs
# do by themselves: those would else wait for all the other tests.
PYTEST := nice -n 10 $(BIN)/python -m pytest --numprocesses 3 --dist loadfile --no-loadscope-reorder --max-worker-restart 0

test: $(VENV)/.ready-to-test
	@$(TWO_AT_A_TIME) $(CHECKS) compiled-tests
	$(PYTEST) -m "not thorough"

test-long: $(VENV)/.ready-to-test
	$(PYTEST) -m thorough

bench: $(VENV)/.ready-to-test
	$(BIN)/python -m tests.benchmarks

check: $(VENV)/.ready-to-test
	@$(TWO_AT_A_TIME) $(CHECKS)

types: $(VENV)/.ready-to-test
	$(BIN)/mypy

lint: $(VENV)/.ready-to-test
	$(BIN)/ruff check .

layout: $(VENV)/.ready-to-test
	$(BIN)/ruff format --check .

layers: $(VENV)/.ready-to-test
	$(BIN)/lint-imports

scripts: $(VENV)/.ready-to-test
	$(BIN)/deno lint --quiet --config hartcity/ui/editor/deno.json hartcity/ui tests/ui/editor

spell: $(VENV)/.ready-to-test
	$(BIN)/codespell README.md CHANGELOG.md CONTRIBUTING.md SECURITY.md Makefile app.py pages assets/*.md hartcity

# Pytest compiles test files in its own way: once beside mypy, instead of in each process. What is wrong the tests tell.
compiled-tests: $(VENV)/.ready-to-test
	@$(BIN)/python -m pytest --collect-only -qq > /dev/null 2>&1 || true

format: $(VENV)/.ready-to-test
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# Hashed locks for every platform and Python that the project supports.
lock: $(VENV)/.ready-to-test
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-header pyproject.toml --extra build -o requirements.lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-header pyproject.toml --extra build --extra test -o tests/requirements.lock

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo 'Python 3.11 or newer is needed. Name one with: make PYTHON=/path/to/python3.12 run'; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.ready-to-run: requirements.lock pyproject.toml | $(VENV)/bin/python
	@echo 'Setting up (about a minute the first time) ...'
	$(PIP) --require-hashes -r requirements.lock
	@$(COMPILE)
	$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.ready-to-test: tests/requirements.lock pyproject.toml | $(VENV)/bin/python
	@echo 'Setting up for tests (about two minutes the first time) ...'
	$(PIP) --require-hashes -r tests/requirements.lock
	@$(COMPILE)
	$(PIP) --no-deps --no-build-isolation -e .
	@touch $@ $(VENV)/.ready-to-run

clean:
	rm -rf $(VENV) build *.egg-info
