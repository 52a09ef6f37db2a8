# onrecord: `make demo` shows it, `make test` tries it, `make check` reads it, `make clean` tidies.
# Needs Python 3.11 to 3.13 with its venv module, and the network once, for the set-up.

PYTHON ?=
VENV := .venv
BIN := $(VENV)/bin
SETUP := $(BIN)/python -m pip --disable-pip-version-check -q install
LOG := $(VENV)/setup.log
UV_EXPORT := $(BIN)/uv export -q --locked --no-emit-project --no-emit-index-url --no-header --no-annotate

.PHONY: demo test check setup lock lock-check picture clean

demo: $(VENV)/ready
	@$(BIN)/onrecord demo

test: $(VENV)/ready-dev
	@$(BIN)/python -m pytest -q -m "not slow"

check: $(VENV)/ready-dev
	@$(BIN)/ruff check --quiet --output-format concise .
	@$(BIN)/ruff format --quiet --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

setup: $(VENV)/ready-dev

# The set-up runs once, and again when what is pinned changes.
$(BIN)/python:
	@for python in $(PYTHON) python3 python3.13 python3.12 python3.11; do \
	  "$$python" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' >/dev/null 2>&1 \
	    && found=$$python && break; \
	done; \
	if [ -z "$$found" ]; then \
	  echo "onrecord needs Python 3.11, 3.12 or 3.13 and found none; say where: make PYTHON=/path/to/python3"; exit 1; \
	fi; \
	if ! "$$found" -c 'import ensurepip, venv' >/dev/null 2>&1; then \
	  echo "onrecord needs the venv module of $$found; on Debian and Ubuntu: apt install python3-venv"; exit 1; \
	fi; \
	"$$found" -m venv --clear $(VENV) || { \
	  echo "onrecord could not make $(VENV) with $$found -m venv: is the disk full or the folder read-only?"; exit 1; }

$(VENV)/ready: requirements-build.txt requirements.txt pyproject.toml | $(BIN)/python
	@echo "Setting up $(VENV) (once; this takes a minute or two) ..."
	@$(call install,requirements.txt)
	@touch $@

$(VENV)/ready-dev: requirements-dev.txt $(VENV)/ready
	@echo "Adding what the tests need ..."
	@$(call install,requirements-dev.txt)
	@touch $@

# Everything is pinned by hash, also what builds: pip fetches nothing that is not in a list here.
define install
( $(SETUP) --require-hashes -r requirements-build.txt \
  && $(SETUP) --no-build-isolation --use-pep517 --require-hashes -r $(1) \
  && $(SETUP) --no-build-isolation --no-deps -e . ) >$(LOG) 2>&1 || { \
  tail -n 3 $(LOG); \
  echo "onrecord could not install what $(1) pins: the network is needed once. All that pip said: $(LOG)"; exit 1; }
endef

# The lock is the source; the requirement files are what a plain pip reads.
lock: $(VENV)/ready-dev
	@$(BIN)/uv lock
	@$(UV_EXPORT) -o requirements.txt >/dev/null
	@$(UV_EXPORT) --extra dev -o requirements-dev.txt >/dev/null
	@$(UV_EXPORT) --only-group build -o requirements-build.txt >/dev/null

lock-check: $(VENV)/ready-dev
	@$(UV_EXPORT) | diff - requirements.txt >/dev/null \
	  && $(UV_EXPORT) --extra dev | diff - requirements-dev.txt >/dev/null \
	  && $(UV_EXPORT) --only-group build | diff - requirements-build.txt >/dev/null \
	  || { echo "requirements*.txt do not say what uv.lock says; run: make lock"; exit 1; }

# The picture in the README: the first screen of the demo's report, as a browser shows it.
picture: $(VENV)/ready
	@mkdir -p build
	@$(BIN)/onrecord demo --output build/picture.html >/dev/null
	@chromium --headless --no-sandbox --disable-gpu --disable-background-networking --hide-scrollbars \
	  --window-size=1280,900 --screenshot=docs/picture.png "file://$(CURDIR)/build/picture.html" >/dev/null 2>&1

clean:
	rm -rf build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis report.html
	find . -name __pycache__ -type d -not -path './$(VENV)/*' -prune -exec rm -rf {} +
