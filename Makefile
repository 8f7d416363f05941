# The ways in. `make demo` needs git, make and Python 3.12 or newer; `make test` also finds itself a Chromium.
PORT ?= 8000
RUN = .venv/bin/python -m
TARAZY = $(RUN) tarazy.site.cli

.PHONY: demo demo-reset test gates fast browser tables access matrix bench lock ready ready-dev texts

demo: ready
	@$(TARAZY) demo --port $(PORT)

demo-reset: ready
	@$(TARAZY) demo --reset --port $(PORT)

test: ready-dev gates fast browser tables

gates: ready-dev
	@TARAZY_TESTING=1 $(RUN) scripts.gates

# Everything but what goes through whole cases page by page, with branch coverage and its floor; which lines nothing runs is said by
# `make fast REPORT=--cov-report=html:build/coverage`.
fast: ready-dev
	@$(RUN) pytest -n 2 --dist worksteal -m "not browser and not tables" --cov --cov-report=term:skip-covered $(REPORT)

browser: ready-dev
	@bin/chromium-for-tests
	@$(RUN) pytest -m browser -n 2

# Every page by axe, in light and dark, at two widths, in three languages: all twelve for each.
access: ready-dev
	@bin/chromium-for-tests
	@TARAZY_ACCESS=all $(RUN) pytest -m access -n 2

# Everybody's view of every page at every moment of two cases, compared with tests/matrix/expected.
tables: ready-dev
	@$(RUN) pytest -m tables -n 2

# Write these tables anew; read what changed in them before it is kept.
matrix: ready-dev
	@TARAZY_MATRIX=write $(RUN) pytest -m tables -n 2
	@git diff --stat -- tests/matrix/expected

bench: ready-dev
	@$(RUN) scripts.bench

texts: ready-dev
	@TARAZY_TESTING=1 $(TARAZY) texts --update

# Renew the lock files after a change of the dependencies in pyproject.toml; UPGRADE=--upgrade takes the newest of all.
LOCK = $(RUN) uv pip compile -q --universal --python-version 3.12 --generate-hashes --no-emit-index-url --no-header \
	--no-annotate $(UPGRADE) pyproject.toml
lock: ready-dev
	@$(LOCK) --extra demo -o requirements/demo.txt
	@$(LOCK) --extra dev -c requirements/demo.txt -o requirements/dev.txt

ready:
	@bin/python-for-tarazy demo

ready-dev:
	@bin/python-for-tarazy dev
