"""Numbers of the terminal interface: how soon it paints, how it bears great journals and great diffs."""

from __future__ import annotations

import asyncio
import itertools
import shutil
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

from benchmarks.number import Number
from pipeline.events import AnyEvent, CandidateProposed, VerdictReached, to_line
from pipeline.journal import FILE_NAME, read

RECORDED = Path(__file__).resolve().parent.parent / "tests" / "data" / "runs" / "atax" / "20261124-152701"
# How often the event loop is asked whether it answers.
BEAT_SECONDS = 0.002
EVENTS = 10_000
LINES = 10_000
PAGES = 60


def long_journal(folder: Path) -> Path:
    """A journal of `EVENTS` events: a recorded run whose candidates come again under new names."""
    past = read(RECORDED)
    first = next(n for n, event in enumerate(past) if isinstance(event, CandidateProposed))
    round_of = [event for event in past[first:-1] if event.event not in ("winner_confirmed", "iteration_finished")]
    numbers = itertools.count(1)
    events, names = list(past[:first]), dict[str, str]()
    while len(events) < EVENTS - 1:
        for event in round_of:
            if isinstance(event, CandidateProposed):
                names[event.candidate.id] = f"c{next(numbers)}"
            events.append(_renamed(event, names))
    target = folder / FILE_NAME
    target.write_text("".join(to_line(event) + "\n" for event in [*events[: EVENTS - 1], past[-1]]), encoding="utf-8")
    return folder


def _renamed(event: AnyEvent, names: dict[str, str]) -> AnyEvent:
    if isinstance(event, CandidateProposed):
        candidate = event.candidate.model_copy(update={"id": names[event.candidate.id]})
        return event.model_copy(update={"candidate": candidate})
    if isinstance(event, VerdictReached):
        verdict = event.verdict.model_copy(update={"candidate": names[event.verdict.candidate]})
        incumbent = names.get(event.incumbent or "", event.incumbent)
        return event.model_copy(update={"verdict": verdict, "incumbent": incumbent})
    return event


@asynccontextmanager
async def _longest_pause(gaps: list[float]) -> Any:
    """Notes how long the event loop was ever busy without a break; a screen cannot answer meanwhile."""

    async def beat() -> None:
        while True:
            begun = time.perf_counter()
            await asyncio.sleep(BEAT_SECONDS)
            gaps.append(time.perf_counter() - begun - BEAT_SECONDS)

    task = asyncio.create_task(beat())
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def _until(what: Callable[[], object], pause: Callable[[], Awaitable[object]]) -> None:
    while not what():
        await pause()


def first_paint() -> Iterator[Number]:
    """Seconds from the end of the imports to the first painted run."""
    from tui.app import IrloopApp
    from tui.session import JournalSource, Session

    async def go() -> float:
        begun = time.perf_counter()
        app = IrloopApp(Session(JournalSource(RECORDED), RECORDED), runs=RECORDED.parent.parent, animated=False)
        async with app.run_test(size=(120, 40)) as pilot:
            await _until(lambda: app.session and app.session.chronicle.is_over, pilot.pause)
            return time.perf_counter() - begun

    times = sorted(asyncio.run(go()) for _ in range(5))
    text = f"median {times[2]:.2f} s, worst {times[-1]:.2f} s"
    yield Number("irloop-tui, first painted run after imports", "<= 0.8 s", text, times[2] <= 0.8)


def great_journal() -> Iterator[Number]:
    """Seconds until a journal of 10,000 events is on the screen, and the longest frame while scrolling through it."""
    from tui.app import IrloopApp
    from tui.session import JournalSource, Session
    from tui.widgets.candidates import CandidateTable

    async def go(folder: Path) -> tuple[float, list[float]]:
        gaps: list[float] = []
        begun = time.perf_counter()
        app = IrloopApp(Session(JournalSource(folder), folder), runs=folder / "none", animated=False)
        async with app.run_test(size=(120, 40)) as pilot:
            await _until(lambda: app.session and app.session.chronicle.count == EVENTS, pilot.pause)
            await pilot.pause()
            opened = time.perf_counter() - begun
            app.screen.query_one(CandidateTable).move_cursor(row=0)
            await pilot.pause()
            async with _longest_pause(gaps):
                for key in ["pagedown"] * PAGES + ["up"] * PAGES:
                    await pilot.press(key)
        return opened, gaps

    with tempfile.TemporaryDirectory() as folder:
        opened, gaps = asyncio.run(go(long_journal(Path(folder))))
    yield Number("a journal of 10,000 events opens", "<= 2 s", f"{opened:.2f} s", opened <= 2)
    worst = max(gaps)
    text = f"worst {worst * 1e3:.0f} ms over {2 * PAGES} key presses, each painted"
    yield Number("  scrolling through it, a frame", "<= 100 ms", text, worst <= 0.1)


def great_modules(folder: Path) -> Path:
    """The recorded run, with modules of `LINES` lines in place of the baseline's and of one candidate's."""
    target = folder / RECORDED.name
    shutil.copytree(RECORDED, target)
    module = target / "work" / "candidates" / "c1" / "candidate.o3-again.ll"
    block = module.read_text().splitlines()
    old = [f"{line}{n // len(block)}" if line.startswith("define") else line for n, line in enumerate(_repeat(block))]
    new = [line.replace("i64", "i32") if n % 37 == 0 else line for n, line in enumerate(old) if n % 41]
    module.write_text("\n".join(new))
    (target / "work" / "hot.ll").write_text("\n".join(old))
    (target / "atax.hot.ll").unlink(missing_ok=True)
    return target


def great_diff() -> Iterator[Number]:
    """Seconds until the diff screen shows two modules of 10,000 lines, and how long it cannot answer meanwhile."""
    from textual.message import Message

    from tui.app import IrloopApp
    from tui.messages import TextsCompared
    from tui.session import JournalSource, Session

    async def go(folder: Path) -> tuple[float, list[float]]:
        gaps: list[float] = []
        told: list[TextsCompared] = []

        def hook(message: Message) -> None:
            if isinstance(message, TextsCompared):
                told.append(message)

        app = IrloopApp(Session(JournalSource(folder), folder), runs=folder / "none", animated=False)
        async with app.run_test(size=(120, 40), message_hook=hook) as pilot:
            await _until(lambda: app.session and app.session.chronicle.is_over, pilot.pause)
            app.open_diff(app.session, "c1")  # type: ignore[arg-type] # there is one
            await _until(lambda: told, pilot.pause)
            async with _longest_pause(gaps):
                begun = time.perf_counter()
                await pilot.press("w")
                await _until(lambda: len(told) == 2, pilot.pause)
                await pilot.pause()
                lasted = time.perf_counter() - begun
        assert told[-1].texts is not None, told[-1].why
        assert len(told[-1].texts.old) == LINES
        return lasted, gaps

    with tempfile.TemporaryDirectory() as folder:
        lasted, gaps = asyncio.run(go(great_modules(Path(folder))))
    text = f"{lasted:.2f} s on the screen, which waits {max(gaps) * 1e3:.0f} ms at most"
    yield Number("diff of two 10,000-line modules in a worker", "<= 2.5 s", text, lasted <= 2.5)


def _repeat(block: list[str]) -> list[str]:
    return list(itertools.islice(itertools.cycle(block), LINES))
