"""The application: sessions, screens, keys, themes, exports."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen, Screen

from pipeline.asked import program_of
from pipeline.errors import IrloopError
from pipeline.records import Program
from pipeline.run import start
from tui import remember
from tui.commands import commands_of
from tui.exporting import Exporting
from tui.library import KernelCard
from tui.messages import EventsArrived, SourceEnded
from tui.palette import DARK, LIGHT, palette_of
from tui.screens.base import Plain, RunScreen
from tui.screens.charts import ChartsScreen
from tui.screens.compare import CompareScreen
from tui.screens.dialogs import Ask
from tui.screens.diff import DiffScreen
from tui.screens.help import Help
from tui.screens.home import Home
from tui.screens.launch import Launch
from tui.screens.profile import ProfileScreen
from tui.screens.run import Run
from tui.session import JournalSource, LiveRun, Session


class IrloopApp(Exporting):
    """Runs go on in workers, whatever screen is in front; every screen of a run reads the same chronicle."""

    TITLE = "irloop"
    CSS_PATH = "app.tcss"
    # VS Code's terminal takes Ctrl+P and Ctrl+Q for itself.
    COMMAND_PALETTE_BINDING = "colon"
    HORIZONTAL_BREAKPOINTS = [(0, "-w60"), (80, "-w80"), (110, "-w120"), (180, "-w200")]  # noqa: RUF012 # Textual's way
    VERTICAL_BREAKPOINTS = [(0, "-h20"), (24, "-h24"), (45, "-h50")]  # noqa: RUF012 # as above
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "help", "Help", id="app.help", tooltip="All keys of this screen"),
        Binding("h,f2", "home", "Home", id="app.home", tooltip="Kernels and past runs", show=False),
        Binding("f3", "run", "Run", id="app.run", tooltip="The run", show=False),
        Binding("f4", "diff", "Diff", id="app.diff", tooltip="What the chosen candidate changed", show=False),
        Binding("p,f5", "profile", "Profile", id="app.profile", tooltip="Counters, words, prompt"),
        Binding("g,f6", "charts", "Charts", id="app.charts", tooltip="Convergence, samples, instructions"),
        Binding("m,f7", "compare", "Compare", id="app.compare", tooltip="Several runs beside each other", show=False),
        Binding("e,f8", "export", "Export", id="app.export", tooltip="CSV, PNG, JSON, screenshot"),
        Binding("t,f9", "theme", "Theme", id="app.theme", tooltip="Colours", show=False),
        Binding("escape", "back", "Back", id="app.back", show=False, tooltip="The screen before"),
        Binding("q,f10", "leave", "Quit", id="app.quit", tooltip="Leave; asks while a run goes on"),
    ]

    def __init__(
        self,
        session: Session | None = None,
        *,
        runs: Path = Path("runs"),
        clock: Callable[[], float] = time.time,
        animated: bool = True,
        remembered: Path | None = None,
        configuration: remember.Configuration | None = None,
    ) -> None:
        super().__init__()
        self.runs, self.clock, self.animated = runs, clock, animated
        self.sessions: list[Session] = []
        self._first = session
        self._remembered = remembered or remember.state_file()
        self.choices = remember.load_choices(self._remembered)
        self._configuration = configuration or remember.Configuration()
        self._leaving = False

    def on_mount(self) -> None:
        """Colours and keys of the user; then home, and the run that was asked for."""
        for theme in (DARK, LIGHT):
            self.register_theme(theme)
        wanted = self._configuration.theme or self.choices.theme
        self.theme = wanted if wanted in self.available_themes else DARK.name
        self.set_keymap(self._configuration.keys)
        self.push_screen(Home())
        if self._first:
            self.open_session(self._first)

    def on_unmount(self) -> None:
        """However the application ends, no worker may stay behind."""
        for session in self.sessions:
            session.source.close()

    # -- sessions

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
                self.post_message(EventsArrived(session, batch))
        except IrloopError as error:
            problem = str(error)
        self.post_message(SourceEnded(session, problem))

    @on(EventsArrived)
    def _take(self, message: EventsArrived) -> None:
        session = message.session
        session.chronicle.take(message.events)
        started = session.chronicle.state.started
        if session.folder is None and started:
            session.folder = started.folder
        self._repaint(session)

    @on(SourceEnded)
    def _ended(self, message: SourceEnded) -> None:
        session = message.session
        session.ended, session.problem = True, message.problem
        if message.problem:
            self.notify(message.problem, severity="error", title="the run ended")
        self._repaint(session)
        if self._leaving and not self._live():
            self.exit()

    def _repaint(self, session: Session) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, RunScreen) and screen.session is session and screen.is_current:
                screen.repaint()

    def _live(self) -> list[Session]:
        return [session for session in self.sessions if session.live is not None]

    @property
    def session(self) -> Session | None:
        """The run in front, or the last one that was."""
        shown = [screen.session for screen in self.screen_stack if isinstance(screen, RunScreen)]
        return shown[-1] if shown else self.sessions[-1] if self.sessions else None

    # -- starting and stopping

    @work
    async def ask_to_start(self, card: KernelCard) -> None:
        """The form, then the run."""
        if self._live():
            self.notify("one run at a time: two would disturb each other's measurements", severity="warning")
            return
        choices = await self.push_screen_wait(Launch(card, self.choices))
        if choices is None:
            return
        self.choices = choices
        remember.save_choices(self._remembered, choices)
        word = str(card.source) if card.is_file else card.name
        try:
            program = program_of(word, choices.size, None)
        except IrloopError as error:
            self.notify(str(error), severity="error")
            return
        self.start_run(program, choices)

    def start_run(self, program: Program, choices: remember.Choices) -> None:
        """Begin a run in a worker and show it."""
        settings, runs = choices.settings(), self.runs
        self.open_session(Session(LiveRun(lambda: start(program, settings, runs))))

    @work
    async def ask_to_stop(self, session: Session) -> None:
        """Stop a run of this process after its step, if that is meant."""
        words = "It ends after the step in flight. What is journalled stays; `irloop resume` goes on."
        if session.live is not None and await self.push_screen_wait(Ask("stop this run?", words, "stop", "go on")):
            session.source.close()
            self._repaint(session)

    @work
    async def action_leave(self) -> None:
        """Quit; a run of this process is asked about."""
        if live := self._live():
            words = "A run goes on in this window. It ends after the step in flight; `irloop resume` goes on with it."
            if not await self.push_screen_wait(Ask("stop the run and quit?", words, "stop and quit", "stay")):
                return
            self._leaving = True
            for session in live:
                session.source.close()
            self.notify("quitting when the step in flight is done")
        for session in self.sessions:
            session.source.close()
        if not self._live():
            self.exit()

    # -- screens

    def open_diff(self, session: Session, name: str | None) -> None:
        """The diff screen for a candidate."""
        self.push_screen(DiffScreen(session, name))

    async def action_back(self) -> None:
        """The screen before, home at last."""
        if len(self.screen_stack) > 1 and not isinstance(self.screen, Home):
            await self.pop_screen()

    def action_home(self) -> None:
        """Home."""
        while not isinstance(self.screen, Home) and len(self.screen_stack) > 1:
            self.pop_screen()

    def action_run(self) -> None:
        """The run in front, or the last one."""
        session = self.session
        if session is None:
            self.notify("no run is open: choose one at home")
            return
        self.action_home()
        self.push_screen(Run(session))

    def _chosen(self) -> str | None:
        return next((screen.chosen for screen in self.screen_stack if isinstance(screen, Run)), None)

    def _instead(self, make: Callable[[Session], Screen[None]]) -> None:
        """Another screen of the same run; those stand beside each other, not on top of each other."""
        session = self.session
        if session is None:
            self.notify("no run is open: choose one at home")
            return
        chosen = make(session)
        if isinstance(self.screen, RunScreen) and not isinstance(self.screen, Run):
            self.switch_screen(chosen)
        else:
            self.push_screen(chosen)

    def action_diff(self) -> None:
        """The diff screen."""
        name = self._chosen()
        self._instead(lambda session: DiffScreen(session, name))

    def action_profile(self) -> None:
        """The profile screen."""
        self._instead(ProfileScreen)

    def action_charts(self) -> None:
        """The charts screen."""
        name = self._chosen()
        self._instead(lambda session: ChartsScreen(session, name))

    def action_compare(self) -> None:
        """The compare screen."""
        if not isinstance(self.screen, CompareScreen):
            self.push_screen(CompareScreen())

    def action_help(self) -> None:
        """All keys of the screen in front."""
        if isinstance(self.screen, ModalScreen):
            return
        bindings = [active.binding for active in self.screen.active_bindings.values()]
        place = self.screen.PLACE if isinstance(self.screen, Plain) else "irloop"
        self.push_screen(Help(place, bindings, str(remember.config_file()), palette_of(self.current_theme)))

    def action_theme(self) -> None:
        """The next of the four plain themes; the palette has all others."""
        names = [DARK.name, LIGHT.name, "ansi-dark", "ansi-light"]
        self.theme = names[(names.index(self.theme) + 1) % len(names)] if self.theme in names else DARK.name
        self.notify(f"theme {self.theme}", timeout=2)
        self.choices = self.choices.model_copy(update={"theme": self.theme})
        remember.save_choices(self._remembered, self.choices)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """What the palette offers: Textual's own, and everything that irloop can do here."""
        yield from super().get_system_commands(screen)
        yield from commands_of(self)
