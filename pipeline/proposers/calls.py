"""Several calls of a model side by side, told as one stream: pieces of text, and how each call ended.

Every call has a thread that only reads. Whether a call lives is decided here, from the time of its last sign of life:
the client's own time-out starts again with every byte, also with those that say nothing.
"""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from types import TracebackType
from typing import TYPE_CHECKING, Self

from pipeline.errors import IrloopError
from pipeline.proposers.endpoint import Client, Finish, Message, Reply
from pipeline.service import Usage

if TYPE_CHECKING:
    import openai

# A piece for displays at most so often for each call; how often waiting calls are looked after.
PIECE_SECONDS, LOOK_SECONDS = 0.5, 0.1


@dataclass(frozen=True)
class Streamed:
    """A further piece of the reply of call `number`, and its length so far."""

    number: int
    text: str
    characters: int


@dataclass(frozen=True)
class Ended:
    """Call `number` is over, with a reply or with an error that ends the run."""

    number: int
    reply: Reply | IrloopError


@dataclass
class _Call:
    number: int
    messages: Sequence[Message]
    connection: openai.OpenAI
    deadline: float
    begun: float = field(default_factory=time.monotonic)
    sign: float | None = None
    text: str = ""
    told: int = 0
    told_at: float = 0.0


class Calls:
    """The calls under way. Leaving the context ends those that are not over."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self._running: dict[int, _Call] = {}
        self._inbox: queue.SimpleQueue[tuple[_Call, str | Reply | IrloopError]] = queue.SimpleQueue()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for call in self._running.values():
            call.connection.close()

    @property
    def running(self) -> int:
        """How many calls are under way."""
        return len(self._running)

    def start(self, number: int, messages: Sequence[Message], seconds: float | None = None) -> None:
        """Begin a call that may take so many seconds (and no longer than the endpoint's deadline).

        Raises:
            UsageError: the client cannot be made from its configuration.
        """
        limit = min(self.client.endpoint.deadline, seconds or self.client.endpoint.deadline)
        call = _Call(number, messages, self.client.connect(), limit)
        self._running[number] = call
        threading.Thread(target=self._work, args=(call,), daemon=True, name=f"irloop-call-{number}").start()

    def _work(self, call: _Call) -> None:
        def tell(text: str) -> None:
            self._inbox.put((call, text))

        try:
            self._inbox.put((call, self.client.call(call.connection, call.messages, call.number, tell)))
        except IrloopError as error:
            self._inbox.put((call, error))
        except Exception as error:  # noqa: BLE001 - whoever waits for this thread would wait until the deadline
            words = f"asking the model failed in irloop itself ({type(error).__name__}: {error}): report this"
            self._inbox.put((call, IrloopError(words)))
        finally:
            call.connection.close()

    def told(self) -> Iterator[Streamed | Ended]:
        """What happens, until no call is under way; calls may be started meanwhile."""
        while self._running:
            try:
                call, news = self._inbox.get(timeout=LOOK_SECONDS)
            except queue.Empty:
                yield from self._late()
                continue
            if self._running.get(call.number) is not call:
                continue  # given up before
            if isinstance(news, str):
                yield from self._piece(call, news)
                yield from self._late()
            else:
                yield from self._rest(call)
                del self._running[call.number]
                yield Ended(call.number, news)

    def _piece(self, call: _Call, text: str) -> Iterator[Streamed]:
        call.sign = time.monotonic()
        call.text += text
        if call.sign - call.told_at >= PIECE_SECONDS:
            yield from self._rest(call)

    def _rest(self, call: _Call) -> Iterator[Streamed]:
        if call.told < len(call.text):
            piece, call.told, call.told_at = call.text[call.told :], len(call.text), time.monotonic()
            yield Streamed(call.number, piece, call.told)

    def _late(self) -> Iterator[Streamed | Ended]:
        """Give up calls that are silent or take too long, with the text that they have."""
        now = time.monotonic()
        for call in list(self._running.values()):
            silent = call.sign is not None and now - call.sign > self.client.endpoint.timeout
            if not silent and now - call.begun <= call.deadline:
                continue
            words = f"nothing came for {self.client.endpoint.timeout:g} s" if silent else "it took too long"
            del self._running[call.number]
            call.connection.close()
            yield from self._rest(call)
            lasted = round(now - call.begun, 3)
            usage = Usage(model=self.client.endpoint.model)
            usage = self.client.counted(usage, call.messages, call.text, lasted)
            yield Ended(call.number, Reply(call.text, Finish.STALLED, usage, words))
