# The habits of this project, one word each. `make` alone prints the list.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

# The same flags for every debug build, so that `make build` and `make test` do not rebuild each other's work. SwiftPM
# silences warnings in dependencies; what remains are ours, and they are errors.
STRICT := -Xswiftc -warnings-as-errors
THAO := .build/release/thao
# Measuring and replaying need the engine alone, which builds in a folder of its own without the server's packages.
ENGINE := THAO_ENGINE_ONLY=1 swift build -c release --scratch-path .build-engine
BENCH := .build-engine/release/thao-bench
SWIFT_FILES := Package.swift Sources Tests Benchmarks
VENV := .venv
PYTHON := $(VENV)/bin/python
SCENARIO ?= egov
OUT ?= out/$(SCENARIO)
DATA ?= data
DOCUMENTED := Kernel Scenario NetworkWorld Telemetry Detection LogSearch BenchmarkWorlds Exercise Study Players Report Ground Web
PARTICIPANTS ?= 1000
MINUTES ?= 15

.PHONY: help
help: ## Print this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{ printf "  make %-16s %s\n", $$1, $$2 }'

.PHONY: start
start: prerequisites release ## Build and open the training ground in the browser; its data are in the folder $(DATA)
	$(THAO) serve --data $(DATA)

.PHONY: run
run: prerequisites release ## Build and run the shipped example; ends with the path of its report
	$(THAO) run $(SCENARIO) --out $(OUT)
	@echo
	@echo "Open the report:    $(abspath $(OUT))/report.html"
	@echo "Other scenarios:    $(THAO) list"
	@echo "Everything else:    $(THAO) --help"

.PHONY: prerequisites
prerequisites: ## See to Swift and the system packages that building needs
	@scripts/prerequisites.sh build

.PHONY: build
build: prerequisites ## Debug build of everything, tests included, warnings as errors
	swift build --build-tests $(STRICT)

.PHONY: release
release: prerequisites ## Release build of the program `thao`
	swift build -c release --product thao

.PHONY: test
test: lint build bench-build ## Format lint, build with warnings as errors, all tests, golden journal in release
	swift test --skip-build $(STRICT)
	$(BENCH) replay Tests/Golden/journal.json

.PHONY: lint
lint: prerequisites ## Check the format
	swift format lint --strict --parallel --recursive $(SWIFT_FILES)

.PHONY: format
format: prerequisites ## Bring every Swift file into the house format
	swift format --in-place --parallel --recursive $(SWIFT_FILES)

.PHONY: bench
bench: bench-build ## Measure the budgets
	$(BENCH) budgets

.PHONY: bench-build
bench-build: prerequisites
	$(ENGINE) --product thao-bench

.PHONY: docs
docs: prerequisites ## Reference pages of the modules as a static site in out/docs
	@mkdir -p out
	THAO_DOCS=1 swift package --scratch-path .build-docs --allow-writing-to-directory out/docs \
		generate-documentation $(foreach module,$(DOCUMENTED),--target $(module)) \
		--enable-experimental-combined-documentation --disable-indexing \
		--transform-for-static-hosting --hosting-base-path docs --output-path out/docs
	@echo "Serve it:  python3 -m http.server --directory out  →  http://localhost:8000/docs/documentation/"

.PHONY: verify-schema
verify-schema: release $(VENV)/schema.installed ## Shipped files and fixtures against the published JSON Schemas, with a foreign validator
	$(THAO) schema | diff - docs/scenario.schema.json
	$(THAO) schema --catalogue | diff - docs/catalogue.schema.json
	$(THAO) schema --study | diff - docs/study.schema.json
	$(PYTHON) scripts/verify-schema.py

.PHONY: verify-ocsf
verify-ocsf: release $(VENV)/ocsf.installed ## Telemetry of a run against the public OCSF schema
	$(THAO) run $(SCENARIO) --out $(OUT)
	$(PYTHON) scripts/verify-ocsf.py --truth $(OUT)/truth.jsonl $(OUT)/telemetry/ocsf.jsonl

.PHONY: verify-sigma
verify-sigma: release $(VENV)/sigma.installed ## The Sigma engine beside pySigma: SigmaHQ's cases, OTRF's recordings, speed
	$(PYTHON) scripts/verify_sigma.py

.PHONY: verify-realism
verify-realism: release $(VENV)/realism.installed ## SigmaHQ's rules over simulated attacks and over quiet days
	$(PYTHON) scripts/verify_realism.py

.PHONY: verify-leak
verify-leak: release $(VENV)/leak.installed ## What would give attacks away without skill: values, a small tree, ids and formatting
	$(PYTHON) scripts/verify_leak.py

.PHONY: verify-formats
verify-formats: release $(VENV)/ocsf.installed $(VENV)/formats.installed ## Every format by readers and field lists of others
	$(THAO) run $(SCENARIO) --format ocsf,ecs,winlogbeat,evtx,zeek,zeek-tsv,syslog --out $(OUT) --quiet
	$(PYTHON) scripts/verify-ocsf.py --truth $(OUT)/truth.jsonl $(OUT)/telemetry/ocsf.jsonl
	$(PYTHON) scripts/verify_formats.py $(OUT)

.PHONY: docs-shape
docs-shape: release $(VENV)/shape.installed ## The plots of docs/shape.md: a simulated day beside public recordings
	$(PYTHON) scripts/shape.py docs/shape

.PHONY: verify-report
verify-report: browser-prerequisites release $(VENV)/browser.installed ## The report in a headless browser: light, dark, narrow, wide
	$(THAO) run $(SCENARIO) --out $(OUT)
	$(PYTHON) scripts/verify-report.py $(OUT)/report.html out/screenshots

.PHONY: verify-fuzz
verify-fuzz: bench-build ## 20,000 mutated scenarios and journals, descriptions, rules, records, studies each: no crash, no hang, a position with every refusal
	$(BENCH) fuzz 20000

.PHONY: verify-mal
verify-mal: bench-build $(VENV)/mal.installed ## Times to compromise of a model of the Meta Attack Language beside mal-simulator's
	$(PYTHON) scripts/verify_mal.py $(BENCH)

.PHONY: verify-range
verify-range: bench-build ## Statistical acceptance of the network world: liveness of red, value of measures, playbooks
	$(BENCH) range

.PHONY: verify-load
verify-load: release $(VENV)/load.installed ## A thousand people in one exercise for 15 minutes: what they wait, memory, disk (PARTICIPANTS, MINUTES)
	$(PYTHON) scripts/verify_load.py --participants $(PARTICIPANTS) --minutes $(MINUTES) --json out/load.json

.PHONY: verify-crash
verify-crash: release $(VENV)/load.installed ## Kill the server twenty times in the middle of an exercise: nothing acknowledged is lost
	$(PYTHON) scripts/verify_crash.py

.PHONY: verify-study
verify-study: release ## Kill, interrupt, split and merge a study: the same bytes every time
	python3 scripts/verify_study.py --thao $(THAO)

.PHONY: verify-ctfd
verify-ctfd: release $(VENV)/load.installed ## Answers and scoreboards a CPU-second, beside CTFd
	$(PYTHON) scripts/verify_ctfd.py

.PHONY: verify-api
verify-api: release $(VENV)/api.installed ## The API under schemathesis with every role, slow clients, large bodies, hostile searches and texts
	$(PYTHON) scripts/verify_api.py

.PHONY: verify-web
verify-web: browser-prerequisites release $(VENV)/web.installed ## An exercise in a headless browser, from first start to review, in both languages; axe on every page
	$(PYTHON) scripts/verify_web.py

.PHONY: python-prerequisites browser-prerequisites
python-prerequisites:
	@scripts/prerequisites.sh python
browser-prerequisites:
	@scripts/prerequisites.sh browser

# One environment for all verify targets; each brings its own pinned list.
$(VENV)/%.installed: scripts/requirements-%.txt | python-prerequisites
	@test -x $(PYTHON) || python3 -m venv $(VENV)
	$(PYTHON) -m pip install --quiet --disable-pip-version-check --requirement $<
	@touch $@

.PHONY: clean
clean: ## Remove everything that was built or written
	rm -rf .build .build-docs .build-engine $(VENV) out
