# Liner Notes. `make` alone says what can be done.
#
#   make report DATA=my.csv                  your own tracks instead of data/spotify.csv
#   make report EXPERIMENT=mine OUTPUT=mine  experiments/mine.yaml, into a folder of its own; so with check, paper, figures
#   make report TEMPLATES=mine               with your own templates over the standard ones
#   make paper DOCUMENT=my/paper.tex         your own document instead of an example
#   NO_INSTALL=1 make report                 only tell what would have to be installed

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
MAKEFLAGS += --warn-undefined-variables --no-builtin-rules
.DELETE_ON_ERROR:
.SUFFIXES:
.DEFAULT_GOAL := help

DATA ?=
EXPERIMENT ?= paper
OUTPUT ?= output
TEMPLATES ?=
# The example that fits the experiment: that of the paper, which cites its numbers, or one that fits any.
ifeq ($(EXPERIMENT),paper)
DOCUMENT ?= examples/paper/paper.tex
else
DOCUMENT ?= examples/report/report.tex
endif

# The shell reads these by name, so that no quote or space in a path can hurt.
export DATA EXPERIMENT OUTPUT TEMPLATES DOCUMENT

# Commands are called by their path: no planning, no compiling, as quick as it gets.
set_bin = bin=$$(swift build --show-bin-path);

.PHONY: help deps build test report check figures gallery paper paper-pandoc bench bench-peers same-bytes format lint \
  clean deps-paper deps-pandoc

help: ## say what can be done
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-13s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

deps: ## install the system libraries and fonts that are missing
	@scripts/require report

build: deps ## build the commands
	@scripts/moved-build
	@swift build

report: build ## train, evaluate, draw and fill in the templates: output/ is complete
	@$(set_bin) "$$bin/train" --experiment "$$EXPERIMENT" --output "$$OUTPUT" $${DATA:+--data "$$DATA"}
	@$(set_bin) "$$bin/render" --output "$$OUTPUT" $${TEMPLATES:+--templates "$$TEMPLATES"}

check: build ## say what is stale, unused or not as claimed, and make nothing
	@$(set_bin) status=0; \
	  "$$bin/train" --check --experiment "$$EXPERIMENT" --output "$$OUTPUT" $${DATA:+--data "$$DATA"} || status=$$?; \
	  "$$bin/render" check --claims --document "$$DOCUMENT" --output "$$OUTPUT" \
	    $${TEMPLATES:+--templates "$$TEMPLATES"} || status=$$?; \
	  exit $$status

figures: build ## draw the figures again from the runs there are
	@$(set_bin) "$$bin/render" --output "$$OUTPUT" --figures-only

gallery: build ## draw the sample's figures in both looks at three widths, for the README
	@mkdir -p .build/gallery
	@$(set_bin) "$$bin/tracks" sample > .build/gallery/sample.csv
	@$(set_bin) "$$bin/train" --no-studies --data .build/gallery/sample.csv --output .build/gallery
	@$(set_bin) "$$bin/render" gallery .build/gallery --into docs/pictures

deps-paper: deps
	@scripts/require paper

paper: deps-paper report ## compile DOCUMENT, by default an example, with the report's tables, figures and numbers
	@scripts/paper "$$DOCUMENT" "$$OUTPUT"

deps-pandoc: deps
	@scripts/require paper pandoc

paper-pandoc: deps-pandoc report ## the same from Markdown, by pandoc: a PDF and a page
	@set -- examples/pandoc/paper.md --lua-filter=examples/pandoc/liner.lua --metadata="liner:$$OUTPUT" --citeproc \
	  --number-sections --resource-path="$$OUTPUT"; \
	SOURCE_DATE_EPOCH=0 FORCE_SOURCE_DATE=1 pandoc "$$@" --default-image-extension=pdf \
	  --pdf-engine-opt=-no-shell-escape --output="$$OUTPUT/paper-pandoc.pdf"; \
	pandoc "$$@" --default-image-extension=svg --standalone --self-contained --mathml \
	  --output="$$OUTPUT/paper-pandoc.html"
	@echo "$$OUTPUT/paper-pandoc.pdf and $$OUTPUT/paper-pandoc.html are up to date"

test: build ## run the tests; SPOTIFY_CSV=path adds those on the real tracks
	@rm -rf .build/conformance && mkdir -p .build/conformance
	@CONFORMANCE_LOG="$$PWD/.build/conformance" swift test --xunit-output .build/tests.xml
	@scripts/count-tests .build/tests-swift-testing.xml
	@scripts/conformance .build/conformance docs/conformance.md

# One core, so that figures do not depend on what else runs; without taskset (macOS) on any.
pinned = $$(command -v taskset > /dev/null && echo 'taskset -c 0')
peers := .build/peers

bench: deps ## time kernels, training, seeds, CSV and ranking, in a release build of its own
	@scripts/moved-build
	@swift build -c release --package-path Benchmarks --product bench
	@$(pinned) Benchmarks/.build/release/bench
	@Benchmarks/.build/release/bench work

bench-peers: deps ## the same work by JAX, scikit-learn, PyTorch and Keras beside ours
	@scripts/moved-build
	@swift build -c release --package-path Benchmarks --product bench
	@test -x $(peers)/bin/python || python3 -m venv $(peers)
	@$(peers)/bin/pip install --quiet --requirement Benchmarks/peers/requirements.txt
	@$(peers)/bin/pip install --quiet --requirement Benchmarks/peers/torch.txt \
	  || echo 'no build of PyTorch without CUDA there: the table goes without it' >&2
	@$(pinned) $(peers)/bin/python Benchmarks/peers/table.py Benchmarks/.build/release/bench
	@Benchmarks/.build/release/bench csv $(peers)/tracks.csv
	@$(pinned) $(peers)/bin/python Benchmarks/peers/pandas_csv.py $(peers)/tracks.csv
	@$(peers)/bin/python Benchmarks/peers/pandas_csv.py $(peers)/tracks.csv

same-bytes: build ## train in each way there is (threads, kill and resume, builds), and compare the bytes
	@scripts/same-bytes

format: ## lay out the sources anew
	@swift format -i -r Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources

lint: ## check the layout of the sources
	@swift format lint --strict -r Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources

clean: ## remove what was built and made
	@rm -rf .build Benchmarks/.build
	@find output -mindepth 1 ! -name README.md -delete
