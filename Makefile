# Two commands do everything: `make run` and `make test`. Both set up what they need in .venv/ first.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# The app and its tests start Python again and again, so that compiled modules are kept whatever the environment says.
unexport PYTHONDONTWRITEBYTECODE
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: run test test-long bench check spell format lock clean

run: $(VENV)/.ready-to-run
	$(BIN)/streamlit run app.py --server.headless=false --server.showEmailPrompt=false

test: check
	$(BIN)/python -m pytest tests --ignore tests/browser --numprocesses 2 --dist loadfile --no-loadscope-reorder -k "not ($(LONG))"
	$(BIN)/python -m pytest tests/browser --numprocesses 3 --dist loadfile -k "not ($(LONG_IN_BROWSER))"

# The long runs, which would take the whole beyond half an hour on a slow machine.
LONG := goes_on_where_it_stopped or 200_kills or 50_kills
LONG_IN_BROWSER := test_schedules or test_connection or test_accessibility or test_tutor or test_class or test_sign_in
test-long: $(VENV)/.ready-to-test
	$(BIN)/python -m pytest tests/classes tests/storage --numprocesses 2 --dist loadfile -k "$(LONG)"
	$(BIN)/python -m pytest tests/browser --numprocesses 2 --dist loadfile -k "$(LONG_IN_BROWSER)"

bench: $(VENV)/.ready-to-test
	$(BIN)/python -m tests.benchmarks

check: $(VENV)/.ready-to-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/deno lint --quiet --config hartcity/ui/editor/deno.json hartcity/ui tests/ui/editor
	$(MAKE) --no-print-directory spell

spell: $(VENV)/.ready-to-test
	$(BIN)/codespell README.md CHANGELOG.md CONTRIBUTING.md SECURITY.md Makefile app.py pages assets/*.md hartcity

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
	$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.ready-to-test: tests/requirements.lock pyproject.toml | $(VENV)/bin/python
	@echo 'Setting up for tests (about two minutes the first time) ...'
	$(PIP) --require-hashes -r tests/requirements.lock
	$(PIP) --no-deps --no-build-isolation -e .
	@touch $@ $(VENV)/.ready-to-run

clean:
	rm -rf $(VENV) build *.egg-info
