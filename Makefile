# irloop: every target sets up what it needs first and does nothing the second time. `make help` lists them.

KERNEL     ?= gemm
ITERATIONS ?= 3
PROPOSER   ?= auto
RUNS       ?= runs

# In the dev container the image holds the environment.
VENV := $(or $(IRLOOP_VENV),.venv)/bin
# With the environment's tools first, plain `clang` in a recipe or a test is the LLVM that set-up chose.
export PATH := $(abspath $(VENV)):$(PATH)

.DEFAULT_GOAL := help
.PHONY: help setup run test lint format plot heatmap report bench bench-suite lock image image-dev image-lock clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@echo '  settings: KERNEL=$(KERNEL) ITERATIONS=$(ITERATIONS) PROPOSER=$(PROPOSER) RUNS=$(RUNS)'

setup: ## install what is missing: system packages, .venv
	@$(if $(IRLOOP_VENV),,scripts/setup.sh)

run: setup ## optimise KERNEL and print the outcome
	@$(VENV)/irloop run $(KERNEL) --iterations $(ITERATIONS) --proposer $(PROPOSER) --out $(RUNS)

test: lint ## check style, types, layers; run all tests
	@$(VENV)/python -m pytest

lint: setup ## check style, types and layers only
	@$(VENV)/ruff check
	@$(VENV)/ruff format --check
	@$(VENV)/mypy
	@$(VENV)/lint-imports

format: setup ## rewrite the sources in the project's style
	@$(VENV)/ruff check --fix
	@$(VENV)/ruff format

plot: setup ## draw report_*.png from RUNS: counters, IR lines, speedup, convergence, samples, roofline
	@$(VENV)/irloop plot --runs $(RUNS) --out .

heatmap: setup ## draw ir_instr_heatmap.png from RUNS
	@$(VENV)/irloop heatmap --runs $(RUNS) --out .

report: setup ## write report.html over all RUNS
	@$(VENV)/irloop report --all --runs $(RUNS) --out report.html

bench: setup ## print the project's own numbers
	@$(VENV)/python -m benchmarks

bench-suite: setup ## replay every recorded session, resumable; results in docs/results (SUITE: options)
	@$(VENV)/python -m benchmarks.suite $(SUITE)

lock: setup ## renew requirements.txt (the lock) from pyproject.toml
	@scripts/lock.sh

image: ## build the container image irloop (IMAGE, BASE_IMAGE, BUILD_CA: see scripts/image.sh)
	@scripts/image.sh build runtime

image-dev: ## build the image of the dev container, irloop:dev
	@scripts/image.sh build dev

image-lock: ## renew docker/packages.lock from what apt offers now
	@scripts/image.sh lock

clean: ## remove the environment, caches and plots; runs stay
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage dist
	rm -f report*.png ir_instr_heatmap.png report.html samples.csv candidates.csv
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
