# Two commands are all it takes on a fresh machine: `make run` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -q

.PHONY: help run dev build words test journeys soak check bench pictures format clean

help: ## say what there is
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/'

$(VENV)/.pip:
	$(PYTHON) -m venv $(VENV)
	$(PIP) install 'pip>=25.1'
	@touch $@

$(VENV)/.build: $(VENV)/.pip pyproject.toml
	$(PIP) install -e . --group build
	@touch $@

$(VENV)/.dev: $(VENV)/.build
	$(PIP) install -e . --group dev
	@touch $@

run: $(VENV)/.build ## build what is not built yet, serve the app, say its address
	@$(BIN)/ownway serve

build: $(VENV)/.build ## build the static site into build/web
	@$(BIN)/ownway build

words: $(VENV)/.build ## compile the translations
	@$(BIN)/python build/words.py compile

dev: $(VENV)/.dev words ## run natively, drawn again at each change
	@$(BIN)/flet run --recursive src/main.py

test: $(VENV)/.dev words ## every test but journeys and soaks; builds the site and gets a Chromium
	@$(BIN)/python build/chromium.py
	@$(BIN)/python -m pytest -n 2 -m "not e2e and not soak"
	@$(BIN)/python -m pytest -n 2 --dist worksteal -m "e2e and not soak and not extra" --durations=8

journeys: $(VENV)/.dev words ## the browser journeys that a quarter of an hour has no room for
	@$(BIN)/python build/chromium.py
	@$(BIN)/python -m pytest -n 2 --dist worksteal -m extra --durations=8

soak: $(VENV)/.dev words ## the long reliability runs
	@$(BIN)/python build/chromium.py
	@$(BIN)/python -m pytest -m soak

check: $(VENV)/.dev words ## format, lint, types, import rules, dependencies
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@PYTHONPATH=src $(BIN)/lint-imports
	@$(BIN)/deptry .

bench: $(VENV)/.dev words ## the figures, each a ratio of two things in one run
	@$(BIN)/python build/chromium.py
	@$(BIN)/python -m bench

pictures: $(VENV)/.dev words ## draw the pictures of the README anew, from the built site
	@$(BIN)/python build/chromium.py
	@$(BIN)/python -m tests.e2e.pictures

format: $(VENV)/.dev ## put the code in order
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

clean: ## remove what was built
	rm -rf build/web build/stock out
