"""The journal: what is appended is on disk, damage is found, a full disk loses nothing."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import events
from pipeline.errors import StorageError, UsageError
from pipeline.events import ADAPTER, AnyEvent
from pipeline.journal import FILE_NAME, Journal, follow, read
from pipeline.records import (
    Candidate,
    Finish,
    Form,
    Interval,
    LadderRow,
    Outcome,
    Policy,
    Program,
    Reason,
    Settings,
    Verdict,
)

TEXT = st.text(max_size=40)
NUMBER = st.floats(allow_nan=False, allow_infinity=False)
INTERVAL = st.builds(
    Interval,
    speedup=NUMBER,
    low=NUMBER,
    high=NUMBER,
    pairs=st.integers(0, 99),
    p_value=st.none() | NUMBER,
)
PROGRAM = st.builds(
    Program,
    name=TEXT,
    sources=st.just((Path("/a/b.c"),)),
    hot=st.none() | TEXT,
    args=st.tuples(TEXT),
    sizes=st.dictionaries(TEXT, st.integers(-9, 9), max_size=3),
)
CANDIDATE = st.builds(Candidate, id=TEXT, iteration=st.integers(1, 9), proposer=TEXT, label=TEXT, text=TEXT)
VERDICT = st.builds(
    Verdict,
    candidate=TEXT,
    outcome=st.sampled_from(Outcome),
    reason=st.sampled_from(Reason),
    detail=TEXT,
    form=st.none() | st.sampled_from(Form),
    finish=st.none() | st.sampled_from(Finish),
    speedup=st.none() | INTERVAL,
    mends=st.tuples(TEXT, TEXT),
)
EVENT: st.SearchStrategy[AnyEvent] = st.one_of(
    st.builds(
        events.RunStarted,
        run_id=TEXT,
        folder=st.just(Path("/runs/x")),
        program=PROGRAM,
        settings=st.builds(Settings, policy=st.sampled_from(Policy)),
        environment=st.dictionaries(TEXT, TEXT, max_size=3),
    ),
    st.builds(events.StepStarted, step=TEXT, detail=TEXT),
    st.builds(events.NoiseMeasured, floor=NUMBER, interval=INTERVAL),
    st.builds(events.LadderMeasured, row=st.builds(LadderRow, name=TEXT, speedup=st.none() | INTERVAL)),
    st.builds(events.CandidateProposed, candidate=CANDIDATE),
    st.builds(events.VerdictReached, verdict=VERDICT, incumbent=st.none() | TEXT),
    st.builds(
        events.SamplesTaken,
        purpose=TEXT,
        clock=TEXT,
        seconds=st.dictionaries(TEXT, st.tuples(NUMBER, NUMBER), max_size=2),
    ),
    st.builds(
        events.ProfileReady,
        iteration=st.integers(0, 9),
        source=TEXT,
        counters=st.dictionaries(TEXT, st.none() | NUMBER, max_size=3),
        ir_lines=st.integers(0, 10**6),
        opcodes=st.dictionaries(TEXT, st.integers(0, 10**6), max_size=3),
    ),
)


def started(folder: Path) -> events.RunStarted:
    program = Program(name="k", sources=(Path("k.c"),))
    return events.RunStarted(run_id="r", folder=folder, program=program, settings=Settings(), environment={})


def step(number: int) -> events.StepStarted:
    return events.StepStarted(step="build", detail=f"candidate {number}")


def write(folder: Path, count: int) -> None:
    with Journal(folder) as journal:
        journal.append(started(folder))
        for number in range(count):
            journal.append(step(number))


def details(folder: Path) -> list[str]:
    return [event.detail for event in read(folder) if isinstance(event, events.StepStarted)]


@given(EVENT)
def test_an_event_survives_the_way_to_text_and_back(event: AnyEvent) -> None:
    line = events.to_line(event)
    assert "\n" not in line
    assert events.from_line(line) == event
    assert ADAPTER.validate_json(line.encode()) == event


@given(st.lists(EVENT, max_size=5))
def test_a_journal_reads_back_what_was_appended(later: list[AnyEvent]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with Journal(folder) as journal:
            written = [journal.append(event) for event in (started(folder), *later)]
        assert read(folder) == written
        for event, original in zip(written[1:], later, strict=True):
            assert event.time > 0
            assert event.model_copy(update={"time": original.time}) == original


def test_what_append_returned_is_on_disk_while_the_journal_is_open(tmp_path: Path) -> None:
    with Journal(tmp_path) as journal:
        journal.append(started(tmp_path))
        assert len(read(tmp_path)) == 1
        journal.append(step(1))
        assert details(tmp_path) == ["candidate 1"]


def test_appending_goes_on_after_what_is_there(tmp_path: Path) -> None:
    write(tmp_path, 2)
    with Journal(tmp_path) as journal:
        journal.append(step(7))
    assert details(tmp_path) == ["candidate 0", "candidate 1", "candidate 7"]


@pytest.mark.parametrize("lost", [1, 2, 20])
def test_a_line_that_a_kill_left_half_written_is_dropped(tmp_path: Path, lost: int) -> None:
    write(tmp_path, 3)
    path = tmp_path / FILE_NAME
    path.write_bytes(path.read_bytes()[:-lost])
    assert details(tmp_path) == ["candidate 0", "candidate 1"]
    with Journal(tmp_path) as journal:
        journal.append(step(9))
    assert details(tmp_path) == ["candidate 0", "candidate 1", "candidate 9"]


def test_a_torn_first_line_leaves_an_empty_journal(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text('{"event":"run_sta')
    assert read(tmp_path) == []
    with Journal(tmp_path) as journal:
        journal.append(started(tmp_path))
    assert len(read(tmp_path)) == 1


@pytest.mark.parametrize(
    "damage", [b"not json", b'{"event":"unheard_of"}', b"\xff\xfe{}", b'{"event":"step_started"}', b""]
)
def test_a_damaged_line_in_the_middle_is_named(tmp_path: Path, damage: bytes) -> None:
    write(tmp_path, 3)
    path = tmp_path / FILE_NAME
    lines = path.read_bytes().split(b"\n")
    lines[2] = damage
    path.write_bytes(b"\n".join(lines))
    with pytest.raises(UsageError, match=rf"{FILE_NAME}:3 "):
        read(tmp_path)


def test_a_file_that_does_not_begin_a_run_is_no_journal(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text(events.to_line(step(1)) + "\n")
    with pytest.raises(UsageError, match="run_started"):
        read(tmp_path)


def test_events_before_the_damage_can_still_be_followed(tmp_path: Path) -> None:
    write(tmp_path, 2)
    with (tmp_path / FILE_NAME).open("ab") as file:
        file.write(b"garbage\n")
    stream = follow(tmp_path)
    assert [next(stream).event for _ in range(3)] == ["run_started", "step_started", "step_started"]
    with pytest.raises(UsageError):
        next(stream)


def test_no_journal_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no journal"):
        read(tmp_path / "nothing")


def test_a_journal_is_read_by_its_file_name_too(tmp_path: Path) -> None:
    write(tmp_path, 1)
    assert read(tmp_path / FILE_NAME) == read(tmp_path)


def test_two_writers_are_refused(tmp_path: Path) -> None:
    with Journal(tmp_path), pytest.raises(UsageError, match="another irloop"):
        Journal(tmp_path)
    with Journal(tmp_path) as journal:
        journal.append(started(tmp_path))


def test_the_second_writer_is_refused_in_another_process_as_well(tmp_path: Path) -> None:
    code = f"from pathlib import Path; from pipeline.journal import Journal; Journal(Path({str(tmp_path)!r}))"
    with Journal(tmp_path):
        result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert result.returncode != 0
    assert "UsageError" in result.stderr


def test_a_glance_at_whether_somebody_writes_keeps_no_writer_out(tmp_path: Path) -> None:
    write(tmp_path, 1)
    with (tmp_path / FILE_NAME).open("rb") as file:  # as `is_written` of a display beside it
        fcntl.flock(file, fcntl.LOCK_SH)
        over = threading.Timer(0.1, fcntl.flock, (file, fcntl.LOCK_UN))
        over.start()
        with Journal(tmp_path) as journal:
            journal.append(step(1))
        over.join()
    assert details(tmp_path) == ["candidate 0", "candidate 1"]


def test_a_reader_is_not_kept_out(tmp_path: Path) -> None:
    with Journal(tmp_path) as journal:
        journal.append(started(tmp_path))
        code = f"from pathlib import Path; from pipeline.journal import read; print(len(read(Path({str(tmp_path)!r}))))"
        result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout == "1\n"


def test_a_folder_that_cannot_be_made_is_a_storage_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StorageError, match="cannot write the run folder"):
        Journal(tmp_path / "file" / "run")


FULL_DISK = """
import resource, sys
from pathlib import Path
from pipeline import events
from pipeline.errors import StorageError
from pipeline.journal import FILE_NAME, Journal
folder = Path(sys.argv[1])
with Journal(folder) as journal:
    journal.append(events.ADAPTER.validate_json(sys.argv[2]))
    journal.append(events.StepStarted(step="one"))
    size = (folder / FILE_NAME).stat().st_size
    resource.setrlimit(resource.RLIMIT_FSIZE, (size + 100, resource.RLIM_INFINITY))
    try:
        journal.append(events.StepStarted(step="big", detail="x" * 5000))
    except StorageError as error:
        print("refused", FILE_NAME in str(error), "resume" in str(error))
    print((folder / FILE_NAME).stat().st_size == size)
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    journal.append(events.StepStarted(step="after"))
"""


def test_a_full_disk_keeps_the_events_before_and_leaves_no_torn_line(tmp_path: Path) -> None:
    line = events.to_line(started(tmp_path))
    words = [sys.executable, "-c", FULL_DISK, str(tmp_path), line]
    result = subprocess.run(words, capture_output=True, text=True, check=True)
    assert result.stdout.split() == ["refused", "True", "True", "True"]
    steps = [event.step for event in read(tmp_path) if isinstance(event, events.StepStarted)]
    assert steps == ["one", "after"]


def test_a_disk_error_is_reported_and_what_was_half_written_is_taken_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.write

    def half(descriptor: int, data: Any) -> int:
        if len(data) < 60:
            raise OSError(28, "No space left on device")
        return real(descriptor, data[: len(data) - 50])

    with Journal(tmp_path) as journal:
        journal.append(started(tmp_path))
        monkeypatch.setattr(os, "write", half)
        with pytest.raises(StorageError, match="No space left"):
            journal.append(step(1))
        monkeypatch.undo()
        journal.append(step(2))
    assert details(tmp_path) == ["candidate 2"]
