"""A real thread, a real engine: the newest text is answered, older ones never."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator

import pytest

from models.errors import EncoreError
from models.findings import Finding
from models.proofreading.choice import best_engine
from models.proofreading.pack import Pack
from models.proofreading.proofreader import Context, Proofreader
from models.proofreading.worker import ProofreadingWorker, Reading

PATIENCE = 30  # seconds until a test gives up
Answers = queue.Queue[tuple[int, Reading]]


@pytest.fixture
def answers() -> Answers:
    return queue.Queue()


@pytest.fixture
def worker(pack: Pack) -> Iterator[ProofreadingWorker]:
    worker = ProofreadingWorker(lambda: Proofreader(best_engine(), pack))
    yield worker
    assert worker.close(PATIENCE)


class _Held(Proofreader):
    """Reads only when it is let go, so that a test can send another text meanwhile."""

    def __init__(self, pack: Pack) -> None:
        super().__init__(best_engine(), pack)
        self.reading = threading.Event()
        self.go = threading.Event()

    def check(self, text: str, context: Context | None = None) -> tuple[Finding, ...]:
        self.reading.set()
        assert self.go.wait(PATIENCE)
        return super().check(text, context)


def test_a_text_is_read_on_another_thread(worker: ProofreadingWorker) -> None:
    threads: queue.Queue[tuple[str, Reading]] = queue.Queue()
    worker.submit(
        1, "An odd wrod.", Context(), lambda _, reading: threads.put((threading.current_thread().name, reading))
    )
    thread, reading = threads.get(timeout=PATIENCE)
    assert thread == "proofreading"
    assert [finding.text for finding in reading.findings] == ["wrod"]
    assert reading.engine.startswith("harper-py")
    assert reading.notice == ""


def test_results_for_an_older_text_are_dropped(pack: Pack, answers: Answers) -> None:
    held = _Held(pack)
    worker = ProofreadingWorker(lambda: held)
    answer = lambda revision, reading: answers.put((revision, reading))  # noqa: E731
    worker.submit(1, "An odd wrod.", Context(), answer)
    assert held.reading.wait(PATIENCE)
    worker.submit(2, "An odd wrodd.", Context(), answer)
    worker.submit(3, "A fine word.", Context(), answer)
    held.go.set()
    assert answers.get(timeout=PATIENCE) == (3, Reading((), held.engine, ""))
    assert worker.close(PATIENCE)
    assert answers.empty()


def test_what_was_cancelled_gets_no_answer(pack: Pack, answers: Answers) -> None:
    held = _Held(pack)
    worker = ProofreadingWorker(lambda: held)
    answer = lambda revision, reading: answers.put((revision, reading))  # noqa: E731
    worker.submit(1, "An odd wrod.", Context(), answer)
    assert held.reading.wait(PATIENCE)
    worker.cancel()
    held.go.set()
    worker.submit(2, "A fine word.", Context(), answer)
    assert answers.get(timeout=PATIENCE)[0] == 2
    assert worker.close(PATIENCE)


def test_a_failure_is_told_and_the_next_text_is_read(pack: Pack, answers: Answers) -> None:
    class Stumbling(Proofreader):
        def check(self, text: str, context: Context | None = None) -> tuple[Finding, ...]:
            if "stumble" in text:
                raise RuntimeError("unforeseen")
            return super().check(text, context)

    worker = ProofreadingWorker(lambda: Stumbling(best_engine(), pack))
    answer = lambda revision, reading: answers.put((revision, reading))  # noqa: E731
    worker.submit(1, "Please stumble.", Context(), answer)
    assert "could not be checked" in answers.get(timeout=PATIENCE)[1].notice
    worker.submit(2, "An odd wrod.", Context(), answer)
    assert [finding.text for finding in answers.get(timeout=PATIENCE)[1].findings] == ["wrod"]
    assert worker.close(PATIENCE)


def test_an_engine_that_cannot_be_loaded_is_told_in_its_own_words(answers: Answers) -> None:
    def load() -> Proofreader:
        raise EncoreError("The word lists are missing.")

    worker = ProofreadingWorker(load)
    worker.submit(1, "Anything.", Context(), lambda revision, reading: answers.put((revision, reading)))
    assert answers.get(timeout=PATIENCE) == (1, Reading(notice="The word lists are missing."))
    assert worker.close(PATIENCE)


def test_closing_twice_and_asking_afterwards_is_harmless(worker: ProofreadingWorker, answers: Answers) -> None:
    assert worker.close(PATIENCE)
    worker.submit(1, "An odd wrod.", Context(), lambda revision, reading: answers.put((revision, reading)))
    assert worker.close(PATIENCE)
    assert answers.empty()
