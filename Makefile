# Two commands do everything: `make run` and `make test`. Both set up what they need first.
HOST ?= 127.0.0.1
PORT ?= 8501
PYTHON ?= python3
BIN := .venv/bin
NODE := PATH="$(CURDIR)/$(BIN):$$PATH"
CURRENT := data/prepared/published/CURRENT
# What is given back is given back to the machine: few heaps, no memory held for later, and one pool for tables as well.
MEMORY := MALLOC_ARENA_MAX=2 MALLOC_TRIM_THRESHOLD_=131072 ARROW_DEFAULT_MEMORY_POOL=system
PYTEST := $(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --dist loadfile

.PHONY: run dev test test-fast coverage test-browser test-scripts test-busy sweep slow-lines lint format house hooks prepare words faults benchmark lock sbom audit rolling firefox read-aloud disclosure-check calibration crowd load first-screen clean

run: .venv/runtime.txt $(CURRENT)
	@echo "Områdebarometer: http://$(HOST):$(PORT)/  (stop: Ctrl+C)"
	@$(MEMORY) $(BIN)/uvicorn streamlit_app:app --host $(HOST) --port $(PORT) --no-access-log --log-level warning \
		--no-server-header --limit-concurrency 800

# With a watcher, errors in the page, and a bar with the time and the bytes of each run.
dev: .venv/runtime.txt $(CURRENT)
	@OMRAADEBAROMETER_DEV=1 $(BIN)/streamlit run streamlit_app.py --server.address $(HOST) --server.port $(PORT) \
		--server.fileWatcherType auto --server.runOnSave true --client.showErrorDetails full

test: lint test-scripts $(CURRENT) chromium
	$(PYTEST) -m "not sweep"

# What the tests try a sample of, on every page and in every language.
sweep: .venv/development.txt $(CURRENT) chromium
	$(PYTEST) -m sweep

# Without a browser and what is slow.
test-fast: .venv/development.txt $(CURRENT)
	$(PYTEST) -m "not browser and not slow and not sweep"

# The fast tests with their branch coverage, which has a floor; they take twice as long.
coverage: .venv/development.txt $(CURRENT)
	$(PYTEST) -m "not browser and not slow and not sweep" --cov

test-browser: .venv/development.txt $(CURRENT) chromium
	$(PYTEST) -m "not sweep" tests/browser

# The tests, or those of TESTS=…, on a machine that is busy with other things.
test-busy: .venv/development.txt $(CURRENT) chromium
	sh tests/busy.sh $(PYTEST) -m "not sweep" $(TESTS)

lint: .venv/development.txt node_modules/.package-lock.json
	$(BIN)/ruff check .
	$(BIN)/ruff format --check --quiet .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(NODE) node_modules/.bin/biome check .
	$(NODE) node_modules/.bin/tsc

# Every control of every page on slow and broken lines (ARGS="--lines 300 --pages kort" for some). Takes hours.
slow-lines: .venv/development.txt $(CURRENT) chromium
	$(BIN)/python -m tests.browser.slow_lines $(ARGS)

format: .venv/development.txt node_modules/.package-lock.json
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(NODE) node_modules/.bin/biome check --write .

# The figures of the house: long modules, arrows, string subscripts, undocumented frames.
house: .venv/development.txt
	$(BIN)/python -m tests.house

hooks: .venv/development.txt
	$(BIN)/pre-commit install --hook-type pre-commit --hook-type pre-push

# What the browser runs, as far as it needs no browser.
test-scripts: .venv/development.txt
	$(NODE) node --test --test-reporter=dot "tests/static/**/*.test.js"

prepare: .venv/runtime.txt
	$(BIN)/python -m dashboard.prepare

$(CURRENT): .venv/runtime.txt
	@test -f $@ || $(BIN)/python -m dashboard.prepare

# Collect the Danish texts and bring them into every other language's catalogue.
words: .venv/development.txt
	PYTHONPATH=. $(BIN)/pybabel -q extract -F babel.cfg --no-location --sort-output -o messages.pot dashboard pages
	$(BIN)/pybabel -q update -N --ignore-obsolete --width 120 -i messages.pot -d dashboard/i18n/locale -D messages
	@rm messages.pot

# Everything that is known to befall the data, on every page and address; half an hour.
faults: .venv/development.txt $(CURRENT)
	$(BIN)/python -m tests.faults

benchmark: .venv/benchmark.txt chromium
	$(BIN)/python -m tests.benchmarks.map_routes
	$(BIN)/python -m tests.benchmarks.map_choices
	$(BIN)/python -m tests.benchmarks.barometer
	$(BIN)/python -m tests.benchmarks.cpu_per_run

# What many or hostile readers can do to the server, and what everybody else meets meanwhile.
crowd: .venv/development.txt $(CURRENT)
	$(BIN)/python -m tests.faults.crowd

# What the server carries; more in docs/drift.md: make load LOAD="--soak 30" or LOAD="--processes 2".
load: .venv/development.txt $(CURRENT)
	$(BIN)/python -m tests.benchmarks.load $(LOAD)

# Every process restarted in turn behind nginx while readers look: no view may be lost (ARGS="--readers 9 --rounds 2").
rolling: .venv/development.txt $(CURRENT) chromium
	$(BIN)/python -m tests.browser.fleet $(ARGS)

# The main journeys in Debian's Firefox, which is installed where it is missing.
firefox: .venv/development.txt $(CURRENT) chromium
	@command -v firefox-esr >/dev/null || sh tests/browser/install_chromium.sh firefox-esr
	$(BIN)/python -m pytest -n0 tests/browser/test_firefox.py

# Each page as the sentences that a screen reader is told (ARGS="--pages kort" for some).
read-aloud: .venv/development.txt $(CURRENT) chromium
	$(BIN)/python -m tests.browser.read_aloud $(ARGS)

# How far pages jump while they come, and when a thin line shows the map.
first-screen: .venv/development.txt $(CURRENT) chromium
	$(BIN)/python -m tests.benchmarks.first_screen

# Random registers, published and attacked; what was found is printed on the page Data og metode. About a second of one core a set.
disclosure-check: .venv/benchmark.txt
	DISCLOSURE_TABLES=1000 nice -n 10 $(BIN)/python -m pytest -n0 -q tests/data/test_disclosure.py
	nice -n 10 $(BIN)/python -m tests.benchmarks.disclosure --sets 1000 --processes 2 --record

# How often each verdict is wrong, by simulation: printed, and written for the page Data og metode.
calibration: .venv/development.txt
	$(BIN)/python -m tests.benchmarks.calibration

# How a register is counted against SQL written by hand, 1 to 100 million rows (ROWS="1 10" for fewer).
.PHONY: benchmark-register
benchmark-register: .venv/development.txt
	$(BIN)/python -m tests.benchmarks.register_engines --rows $(or $(ROWS),1 10 100) $(ARGS)

# What a large dataset costs to prepare, as parts of 3.64 million numbers (SHARE="0.1 1" for a tenth and all).
.PHONY: benchmark-scale
benchmark-scale: .venv/development.txt
	nice -n 10 $(BIN)/python -m tests.benchmarks.scale --share $(or $(SHARE),0.1)

# Random source tables, which may be refused in words and never end in a traceback: so many sets of them.
.PHONY: any-input
any-input: .venv/development.txt
	nice -n 10 $(BIN)/python -m tests.random_sources $(or $(SETS),1000)

.venv/python.txt:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || (echo "Python 3.11 eller nyere kræves."; exit 1)
	$(PYTHON) -m venv .venv
	@touch $@

.venv/runtime.txt: requirements.lock | .venv/python.txt
	@echo "Installerer pakker (første gang tager det et par minutter) …"
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

.venv/development.txt: requirements-dev.txt .venv/runtime.txt
	@$(BIN)/pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

# What checks the scripts. Node itself is one of the development packages; nothing of it runs in the product.
node_modules/.package-lock.json: package.json package-lock.json .venv/development.txt
	@$(NODE) npm ci --silent
	@touch $@

.venv/benchmark.txt: requirements-benchmark.txt .venv/development.txt
	@$(BIN)/pip install --quiet --disable-pip-version-check -r requirements-benchmark.txt
	@touch $@

# The packages of requirements.txt with all they need, each by its hash.
lock: .venv-operations/operations.txt
	.venv-operations/bin/uv pip compile requirements.txt --quiet --generate-hashes --python-version 3.11 \
		--custom-compile-command "make lock" -o requirements.lock

# What the product is made of (CycloneDX), and which of it has known weaknesses; the latter needs the internet.
sbom: .venv-operations/operations.txt
	.venv-operations/bin/cyclonedx-py requirements requirements.lock -o sbom.json

audit: .venv-operations/operations.txt .venv/python.txt
	.venv-operations/bin/pip-audit -r requirements.lock --require-hashes --disable-pip -f json --progress-spinner off \
		| $(BIN)/python deploy/audit.py

.venv-operations/operations.txt: requirements-operations.txt
	$(PYTHON) -m venv .venv-operations
	@.venv-operations/bin/pip install --quiet --disable-pip-version-check -r requirements-operations.txt
	@touch $@

# The browser of the tests: Debian's Chromium.
.PHONY: chromium
chromium:
	@{ command -v chromium && PATH="$$PATH:/usr/sbin" command -v nginx; } >/dev/null || sh tests/browser/install_chromium.sh

clean:
	rm -rf .venv .venv-operations node_modules
