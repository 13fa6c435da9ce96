"""What the application does with runs: opens, starts, follows, stops, leaves and finds them again."""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path

from rich.text import Text
from textual import on, work

from pipeline.asked import program_of
from pipeline.errors import IrloopError
from pipeline.journal import read
from pipeline.records import Program
from pipeline.run import resume, start
from tui import contained, remember
from tui.exporting import Exporting, unforeseen
from tui.library import KernelCard
from tui.messages import EventsArrived, SourceEnded
from tui.screens.base import RunScreen
from tui.screens.dialogs import Ask, Choice, Pick
from tui.screens.launch import Launch
from tui.screens.run import Run
from tui.session import ContainedRun, JournalSource, LiveRun, Session

# Events that arrive together when a long journal is opened.
GREAT_BATCH = 500
STOP, STAY = Choice("stop", "y", "stop", "error"), Choice("stay", "n", "stay")
LEAVE = Choice("leave", "l", "leave it running")
AFTER_STEP = "It ends after the step in flight. What is journalled stays; it can go on later (c, or `irloop resume`)."


class Running(Exporting):
    """An application in whose workers runs go on, whatever screen is in front."""

    runs: Path
    sessions: list[Session]
    choices: remember.Choices
    # Sessions whose end is awaited before the application ends; None while it is not to end.
    _awaited: set[Session] | None = None

    @property
    def session(self) -> Session | None:
        """The run in front, or the last one that was."""
        shown = [screen.session for screen in self.screen_stack if isinstance(screen, RunScreen)]
        return shown[-1] if shown else self.sessions[-1] if self.sessions else None

    def live(self) -> list[Session]:
        """The runs that this process drives."""
        return [session for session in self.sessions if session.live is not None]

    # -- showing

    def open_session(self, session: Session) -> None:
        """Show a run and follow it."""
        if session not in self.sessions:
            self.sessions.append(session)
            self.relay(session)
        self.push_screen(Run(session))

    def open_folder(self, folder: Path) -> None:
        """Show the run in a folder."""
        known = next((session for session in self.sessions if session.folder == folder), None)
        self.open_session(known or Session(JournalSource(folder), folder))

    @work(thread=True, group="relay", exit_on_error=False)
    def relay(self, session: Session) -> None:
        """The one worker of a session: its events become messages."""
        problem = ""
        try:
            for batch in session.source.batches():
                self.post_message(EventsArrived(session, tuple(batch)))
        except IrloopError as error:
            problem = str(error)
        except Exception as error:  # noqa: BLE001 # a session that never ends could not be left either
            problem = unforeseen(error)
        self.post_message(SourceEnded(session, problem))

    @on(EventsArrived)
    def _take(self, message: EventsArrived) -> None:
        session = message.session
        session.chronicle.take(message.events)
        started = session.chronicle.state.started
        if session.folder is None and started:
            session.folder = started.folder
        self.repaint_run(session)
        if len(message.events) >= GREAT_BATCH:
            gc.freeze()  # a journal's records stay as long as the run is open: no collection need look at them

    @on(SourceEnded)
    def _ended(self, message: SourceEnded) -> None:
        session = message.session
        session.ended, session.problem = True, message.problem
        if message.problem:
            self.notify(message.problem, severity="error", title="the run ended")
        self.repaint_run(session)
        if self._awaited is not None:
            self._awaited.discard(session)
            if not self._awaited:
                self.exit()

    def repaint_run(self, session: Session) -> None:
        """Tell the screen in front that its run has something new."""
        screen = self.screen
        if isinstance(screen, RunScreen) and screen.session is session:
            screen.repaint()

    # -- starting

    @work
    async def ask_to_start(self, card: KernelCard) -> None:
        """The form, then the run."""
        if self._is_busy():
            return
        choices = await self.push_screen_wait(Launch(card, self.choices))
        if choices is None:
            return
        self.choices = choices
        remember.save_choices(self._remembered, choices)
        word = str(card.source) if card.is_file else card.name
        try:
            program = program_of(word, choices.size, choices.hot or None)
        except IrloopError as error:
            self.notify(str(error), severity="error")
            return
        self.start_run(program, choices)

    def _is_busy(self) -> bool:
        """Say so, where a run goes on here already."""
        if busy := bool(self.live()):
            self.notify("one run at a time: two would disturb each other's measurements", severity="warning")
        return busy

    def start_run(self, program: Program, choices: remember.Choices) -> None:
        """Begin a run in a worker, here or in a container, and show it."""
        settings, runs = choices.settings(), self.runs
        if choices.where == "container":
            self.open_session(Session(ContainedRun(lambda: contained.begin(program, settings, runs))))
        else:
            self.open_session(Session(LiveRun(lambda: start(program, settings, runs))))

    def go_on(self, session: Session) -> None:
        """Take up a run that ended before it was done, in this process."""
        folder = session.folder
        if folder is None or self._is_busy():
            return
        try:
            past = read(folder)
        except IrloopError as error:
            self.notify(str(error), severity="error")
            return
        session.source.close()
        self.sessions.remove(session)
        self.action_home()
        self.open_session(Session(LiveRun(lambda: resume(folder), past), folder))

    def action_home(self) -> None:
        """Leave every screen but home."""
        raise NotImplementedError

    # -- containers

    @work(thread=True, exclusive=True, group="containers", exit_on_error=False)
    def find_containers(self) -> None:
        """Look for runs in containers, then offer them."""
        try:
            found = contained.running()
        except IrloopError as error:
            self.call_from_thread(self.notify, str(error), severity="warning")
            return
        self.call_from_thread(self._offer_containers, found)

    def _offer_containers(self, found: list[contained.Running]) -> None:
        if not found:
            self.notify("no run is in a container now")
            return
        options = [(one.name, Text(f"{one.what}  {one.status}, into {one.out}, {one.name}")) for one in found]
        self.push_screen(Pick("runs in containers", options), self._watch_container)

    def _watch_container(self, name: str | None) -> None:
        if name:
            self.open_session(Session(ContainedRun(lambda: contained.attach(name), is_new=False)))

    # -- stopping and leaving

    @work
    async def ask_to_stop(self, session: Session) -> None:
        """Stop a run after its step, if that is meant."""
        if session.live is None and session.contained is None:
            return
        if await self.push_screen_wait(Ask("stop this run?", AFTER_STEP, (STOP, STAY))) == STOP.key:
            stop: Callable[[], None] = session.contained.stop if session.contained else session.source.close
            stop()
            self.repaint_run(session)

    @work
    async def action_leave(self) -> None:
        """Quit. A run of this process is asked about; one in a container can be left running."""
        awaited = set()
        for session in [one for one in self.sessions if one.contained or one.live]:
            answer = await self.push_screen_wait(leaving(session))
            if answer == STAY.key:
                return
            if answer == STOP.key:
                awaited.add(session)
        for session in self.sessions:
            if session in awaited and session.contained:
                session.contained.stop()
            else:
                session.source.close()
        if not awaited:
            self.exit()
            return
        self._awaited = awaited
        self.notify("quitting when the step in flight is done")


def leaving(session: Session) -> Ask:
    """The question about a run that goes on when the application is to end."""
    if session.contained:
        words = "It can be left running: `a` at home, or `irloop attach`, shows it again."
        return Ask("a run goes on in its container", words, (STOP, LEAVE, STAY))
    return Ask("stop the run and quit?", AFTER_STEP, (STOP, STAY))
