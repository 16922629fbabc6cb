# `make regenerate` and `make test` are all that a fresh machine with Python 3.11 and make needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
CONFORMANCE ?= ../shared/conformance
READY := $(VENV)/.ready
PEERS := benchmarks/.venv
RUN := $(BIN)/python -m generator
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: help regenerate test thorough check snapshots lint types prism installs conformance fetch drift drift-accept bench fuzz endurance large audit corpus

help: ## Show the targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1 -- \2/p' $(MAKEFILE_LIST)

$(READY): requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or later is needed, this is " + sys.version) if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes --no-deps -r requirements.txt
	@touch $@

regenerate: $(READY) ## Build every provider's spec and package from its committed pages
	@$(RUN) build

check: $(READY) ## Tell whether what is committed is what the sources give
	@$(RUN) build --check

lint: $(READY) ## ruff on the project's own code
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --quiet --check .

types: $(READY) ## mypy strict on the toolchain and the packages, pyright strict on the packages
	@$(BIN)/python -m tests.check_types

test: $(READY) lint ## Everything that must hold before a commit
	@$(RUN) build --check
	@$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder -m "not slow" tests/test_fuzz.py tests
	@$(BIN)/python -m tests.check_types

thorough: $(READY) ## The tests that take minutes: workflows, drift of all layers, builds that are stopped
	@$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder -m slow tests/test_fuzz.py tests

snapshots: $(READY) ## Write the snapshots anew; review the difference
	@$(BIN)/python -m pytest tests/test_snapshots.py --snapshots

$(PEERS)/.ready: benchmarks/requirements.txt
	$(PYTHON) -m venv $(PEERS)
	$(PEERS)/bin/python -m pip install --quiet --require-hashes --no-deps -r benchmarks/requirements.txt
	@touch $@

bench: $(READY) $(PEERS)/.ready ## Measure side by side with the peers; writes benchmarks/RESULTS.md (CASES="decode import" for some)
	@$(PEERS)/bin/python -m benchmarks $(CASES)

fetch: $(READY) ## Download the published documents into source/ (PROVIDER=name for one)
	@$(RUN) fetch $(PROVIDER)

drift: $(READY) ## Tell what moved upstream and what that does to callers, also in build/drift.* (PROVIDER=name for one)
	@$(RUN) drift $(PROVIDER) -o build/drift.md -o build/drift.json -o build/drift.sarif

drift-accept: $(READY) ## Take over what upstream has now: pages to changelog, in one go, in a clean tree
	@$(RUN) accept $(PROVIDER)
	@$(MAKE) --no-print-directory snapshots

conformance: $(READY) ## Print how far drift agrees with oasdiff on the pairs of documents in CONFORMANCE
	@$(BIN)/python -m tests.measure_conformance $(CONFORMANCE)

prism: $(READY) ## Play every call of the packages against Prism, a mock server that reads the specs for itself
	@if command -v npm >/dev/null; then \
		npm ci --prefix tests/prism --no-audit --no-fund --loglevel=error && \
		$(BIN)/python -m pytest tests/test_prism.py; \
	else echo "prism: skipped, npm is absent"; fi

installs: $(READY) ## Install each package with what it needs from a package index into a fresh environment
	@set -e; for marker in generated/*/*/py.typed; do \
		package=$$(basename $$(dirname $$marker)); fresh=$$(mktemp -d); \
		$(PYTHON) -m venv $$fresh; \
		$$fresh/bin/python -m pip install --quiet ./$$(dirname $$(dirname $$marker)); \
		cd $$fresh; bin/python -c "import $$package.models as m; [getattr(m, n) for n in m.__all__]; import $$package._runtime.transport"; \
		cd $(CURDIR); rm -rf $$fresh; echo "$$package: installs and imports"; \
	done

fuzz: $(READY) ## Build 20,000 hostile and 2,000 broken documents and print what went wrong: nothing
	@$(BIN)/python -m tests.fuzz

endurance: $(READY) ## Kill builds a hundred times, race them, fill their disk: the tree stays whole
	@$(BIN)/python -m tests.interruption

large: $(READY) ## Build documents of 1,000 and 3,200 operations; print what each stage takes
	@$(BIN)/python -m tests.large

corpus: $(READY) ## Measure how much of every OpenAPI document in the folder DIR becomes a whole client (DIR=tests/corpus)
	@$(BIN)/python -m tests.measure_corpus $(or $(DIR),tests/corpus)

audit: $(READY) ## Look the pinned packages up among the known vulnerabilities; offline it says so
	@$(BIN)/python -m tests.audit
