# Every target says what it does: `make help`.
.DEFAULT_GOAL := help
PY := .venv/bin/python

.PHONY: help run setup check test conversations faults bench evaluate train fmt clean

help: ## this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## / — /'

setup: ## uv, Python 3.10 and .venv, only what is missing
	@scripts/bootstrap

run: setup ## everything: model, Rasa with the chat page on 5005, action server; Ctrl-C stops all
	@$(PY) -m bot.run

check: setup ## lint, types, content, unit tests: a few minutes, no model
	@$(PY) -m ruff check .
	@$(PY) -m mypy bot/law bot/chinese bot/cases bot/filing bot/interview
	@$(PY) -m bot.content
	@$(PY) -m pytest -n 2 --dist loadfile -m "not rasa and not model and not postgres and not poppler and not servers and not browser and not faults" tests

test: check ## all tests: check, then the reader, Rasa's parts and PostgreSQL, the real servers, the browser, a seeded slice of the faults
	@scripts/system-packages
	@$(PY) -m pytest -m "postgres or ((rasa or model or poppler) and not servers and not browser and not faults)" tests
	@$(PY) -m pytest -m "(servers or browser or faults) and not postgres" tests

conversations: setup ## only the dialogues of tests/conversations, with the real servers
	@$(PY) -m pytest -m servers tests/conversations

faults: setup ## the full counts of the fault tests
	@MINGXIN_FAULTS=full $(PY) -m pytest -m faults tests/faults

bench: setup ## the figures of docs/performance.md, printed as a table
	@$(PY) -m bench.run

evaluate: setup ## how strangers' sentences are read: needs, danger, calibration, the surest mistakes (--compare: in docs/understanding.md)
	@$(PY) -m bench.understanding

train: setup ## train the model now
	@$(PY) -m bot.run.training

fmt: setup ## order imports and mend what ruff can
	@$(PY) -m ruff check --fix .

clean: ## remove what can be made again (never var/)
	@rm -rf models .rasa .pytest_cache .mypy_cache .ruff_cache .hypothesis results
