# Two commands are all that is needed: `make run` and `make test`. Each prepares what it needs, once.
PYTHON ?= python3
VENV := .venv
DATA ?= ../shared/eval
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
INSTALL := $(PIP) install --require-hashes --no-deps --only-binary :all: --requirement
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
  --no-header --no-annotate pyproject.toml

.PHONY: run chat test fuzz check format lock bench picture clean

run: $(VENV)/.runs  ## serve Telegram with BOT_TOKEN (environment or .env), else open the local chat
	@if [ -n "$$BOT_TOKEN" ] || grep -qs '^ *BOT_TOKEN *=.' .env; then exec $(BIN)/verbatim; \
	else echo 'No BOT_TOKEN yet, so here is the local chat (the README tells how to get a token).'; exec $(BIN)/verbatim chat; fi

chat: $(VENV)/.runs  ## the local chat, token or not
	@exec $(BIN)/verbatim chat

test: $(VENV)/.tests  ## all tests
	$(BIN)/python -m pytest

fuzz: $(VENV)/.tests  ## the invariants on many more texts than the tests try, other ones each time
	$(BIN)/python -m pytest --hypothesis-profile=fuzz -m hypothesis

check: $(VENV)/.tests  ## format, lint, types, import contract
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/.tests  ## put the code into its one format
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lock: $(VENV)/.made  ## choose versions anew, for both lock files
	$(PIP) install uv
	$(LOCK) --output-file requirements.lock
	$(LOCK) --extra dev --constraint requirements.lock --output-file requirements-dev.lock

bench: $(VENV)/.tests  ## measure ours beside the baselines: make bench DATA=folder
	@$(BIN)/python -m benchmarks $(DATA)
	@$(BIN)/python -m benchmarks.delivery

picture: $(VENV)/.tests  ## draw the README's conversation anew
	$(BIN)/python docs/conversation.py

clean:
	rm -rf $(VENV) build *.egg-info

$(VENV)/.runs: requirements.lock pyproject.toml | $(VENV)/.made
	@$(INSTALL) requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.tests: requirements-dev.lock pyproject.toml | $(VENV)/.made
	@$(INSTALL) requirements-dev.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@ $(VENV)/.runs

$(VENV)/.made:
	@command -v $(PYTHON) >/dev/null || { echo 'Python 3.11 or newer is missing: apt-get install python3'; exit 2; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "$$($(PYTHON) --version) is too old, 3.11 is needed: apt-get install python3.11 python3.11-venv, then make PYTHON=python3.11"; exit 2; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { echo "Python's venv module is missing: apt-get install python3-venv"; exit 2; }
	@echo 'Preparing the environment in $(VENV); this happens once and takes a minute or two.'
	@$(PYTHON) -m venv $(VENV)
	@touch $@
