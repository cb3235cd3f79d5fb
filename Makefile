# What README promises, on a fresh machine with only python3 and pip. On Windows use the uv commands directly.
SHELL := /bin/bash
UV := $(shell command -v uv 2>/dev/null || echo .uv/bin/uv)
RUN := $(UV) run --no-sync
# Qt needs these even without a screen (the first line), and to show a window (the second).
LIBRARIES := libgl1 libegl1 libglib2.0-0 libfontconfig1 libxkbcommon0 libdbus-1-3 \
             libxcb-cursor0 libxkbcommon-x11-0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-image0 libxcb-render-util0

# What drives the window takes as long as all the rest: the two run side by side.
WINDOW := tests/ui tests/journeys

.PHONY: demo test lint bench lock freeze templates clean

demo: .venv/ready ## the main job: sample ledger, every form exported, the window if there is a display
	$(RUN) banbiantian demo 示例

test: .venv/ready ## everything that must hold
	$(RUN) ruff format --check .
	$(RUN) ruff check .
	$(RUN) mypy
	$(RUN) lint-imports --no-cache
	@log=$$(mktemp); export QT_QPA_PLATFORM=offscreen; \
	$(RUN) pytest $(WINDOW) >$$log 2>&1 & window=$$!; \
	$(RUN) pytest $(WINDOW:%=--ignore=%); rest=$$?; \
	wait $$window; shown=$$?; cat $$log; rm $$log; exit $$((rest + shown))

bench: .venv/ready ## speed and size as ratios against a baseline of the same run; BENCH_USES=1000000 for the design size
	for bench in tests/benchmarks/bench_*.py; do echo "== $$bench"; QT_QPA_PLATFORM=offscreen $(RUN) python $$bench; done

freeze: .venv/ready ## a one-folder program in dist/, then proof that it runs in an empty environment
	$(RUN) pyinstaller --noconfirm --log-level WARN build_installer.spec
	rm -rf build/frozen && mkdir -p build/frozen
	env -i HOME=$(CURDIR)/build/frozen dist/banbiantian/banbiantian demo build/frozen/示例 --no-window

templates: .venv/ready ## draw the shipped form templates again
	$(RUN) python -m forms.draw

lock: $(UV) ## versions and hashes of every dependency, for every platform
	$(UV) pip compile -q --universal pyproject.toml --group dev --generate-hashes --no-emit-index-url \
	    --no-annotate --no-header -o requirements.lock

.venv/ready: requirements.lock pyproject.toml | $(UV)
	@missing=$$(for p in $(LIBRARIES); do dpkg -s $$p >/dev/null 2>&1 || echo -n "$$p "; done); \
	if [ -n "$$missing" ] && command -v apt-get >/dev/null; then \
	  if [ "$$(id -u)" = 0 ]; then apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $$missing; \
	  else echo "缺少系统库，请先运行： sudo apt-get install -y $$missing"; fi; fi
	test -x .venv/bin/python || $(UV) venv -q .venv
	$(UV) pip sync -q --require-hashes requirements.lock
	$(UV) pip install -q --no-deps -e .
	touch $@

.uv/bin/uv:
	python3 -m pip install -q --disable-pip-version-check --target .uv uv

clean:
	rm -rf .venv .uv build dist 示例
