"""The application: screens, keys, themes. What it does with runs is in `tui.running`, exports in `tui.exporting`."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import ClassVar

from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen, Screen

from tui import remember
from tui.commands import commands_of
from tui.palette import DARK, LIGHT, palette_of
from tui.running import Running
from tui.screens.base import Plain, RunScreen
from tui.screens.charts import ChartsScreen
from tui.screens.compare import CompareScreen
from tui.screens.diff import DiffScreen
from tui.screens.help import Help
from tui.screens.home import Home
from tui.screens.profile import ProfileScreen
from tui.screens.run import Run
from tui.session import Session

# Python's collector stops the screen for a tenth of a second when it looks through everything: let it do so rarely.
COLLECT = (2_000, 20, 100)
RUN_ACTIONS = ("run", "diff", "profile", "charts", "export")


class IrloopApp(Running):
    """Runs go on in workers, whatever screen is in front; every screen of a run reads the same chronicle."""

    TITLE = "irloop"
    CSS_PATH = "app.tcss"
    # VS Code's terminal takes Ctrl+P and Ctrl+Q for itself.
    COMMAND_PALETTE_BINDING = "colon"
    HORIZONTAL_BREAKPOINTS = [(0, "-w60"), (80, "-w80"), (110, "-w120"), (180, "-w200")]  # noqa: RUF012 # Textual's way
    VERTICAL_BREAKPOINTS = [(0, "-h20"), (24, "-h24"), (34, "-h40"), (45, "-h50")]  # noqa: RUF012 # as above
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
        # False until the theme is that of the configuration: what changes it from then on is a person.
        self._has_theme = False

    def on_mount(self) -> None:
        """Colours and keys of the user; then home, and the run that was asked for."""
        gc.set_threshold(*COLLECT)
        for theme in (DARK, LIGHT):
            self.register_theme(theme)
        wanted = self._configuration.theme or self.choices.theme
        self.theme = wanted if wanted in self.available_themes else DARK.name
        self._has_theme = True
        self.set_keymap(self._configuration.keys)
        self.push_screen(Home())
        if self._first:
            self.open_session(self._first)

    def on_unmount(self) -> None:
        """However the application ends, no worker may stay behind."""
        for session in self.sessions:
            session.source.close()

    # -- screens

    def open_diff(self, session: Session, name: str | None) -> None:
        """The diff screen for a candidate."""
        self.push_screen(DiffScreen(session, name))

    async def action_back(self) -> None:
        """The screen before, home at last."""
        if len(self.screen_stack) > 1 and not isinstance(self.screen, Home):
            await self.pop_screen()

    def action_home(self) -> None:
        """Leave every screen but home."""
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

    def chosen(self) -> str | None:
        """The candidate that the run in front has chosen."""
        shown = next((screen for screen in reversed(self.screen_stack) if isinstance(screen, DiffScreen)), None)
        if shown is not None and shown.session is self.session:
            return shown.new
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
        name = self.chosen()
        self._instead(lambda session: DiffScreen(session, name))

    def action_profile(self) -> None:
        """The profile screen."""
        self._instead(ProfileScreen)

    def action_charts(self) -> None:
        """The charts screen."""
        name = self.chosen()
        self._instead(lambda session: ChartsScreen(session, name))

    def action_compare(self) -> None:
        """The compare screen."""
        if not isinstance(self.screen, CompareScreen):
            self.push_screen(CompareScreen())

    def action_attach(self) -> None:
        """Runs that go on in containers."""
        self.find_containers()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 # Textual's
        """Screens of a run are offered only where there is one."""
        return self.session is not None if action in RUN_ACTIONS else True

    def action_help(self) -> None:
        """All keys of the screen in front."""
        if isinstance(self.screen, ModalScreen):
            return
        bindings = [active.binding for active in self.screen.active_bindings.values()]
        place = self.screen.PLACE if isinstance(self.screen, Plain) else "irloop"
        self.push_screen(
            Help(
                place, bindings, str(remember.config_file()), palette_of(self.current_theme), ids=self.size.width >= 80
            )
        )

    def action_theme(self) -> None:
        """The next of the four plain themes; the palette has all others."""
        names = [DARK.name, LIGHT.name, "ansi-dark", "ansi-light"]
        self.theme = names[(names.index(self.theme) + 1) % len(names)] if self.theme in names else DARK.name
        self.notify(f"theme {self.theme}", timeout=2)

    def watch_theme(self, theme: str) -> None:
        """Keep the theme that was chosen, by key or in the palette."""
        if self._has_theme:
            self.choices = self.choices.model_copy(update={"theme": theme})
            remember.save_choices(self._remembered, self.choices)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """What the palette offers: Textual's own, and everything that irloop can do here."""
        yield from super().get_system_commands(screen)
        yield from commands_of(self)
