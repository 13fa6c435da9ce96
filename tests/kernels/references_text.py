"""Kernels over bytes: the texts that the programs make, and what Python's own library finds in them."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable

import numpy as np
from kernel_inputs import Draws, Sizes, integers
from kernel_programs import Array

DAMAGE = (
    *(b"\xc0\x80", b"\x80", b"\xed\xa0\x80", b"\xf4\x90\x80\x80"),
    *(b"\xe2\x82", b"\xff", b"\xe0\x9f\xbf", b"\xf0\x8f\xbf\xbf"),
)
TOKEN = re.compile(
    rb"[ \n\t\r,:]+|(?P<open>[{\[])|(?P<close>[}\]])|(?P<string>\"(?:[^\"\\]|\\.)*\")"
    rb"|(?P<number>[-0-9][-0-9.eE+]*)|(?P<word>[a-z]+)",
    re.DOTALL,
)
SCALARS = (b"0", b"-12.5e+3", b"271828", b"3.14159", b"true", b"false", b"null", b"42")
LONGEST = 96


def crc32(sizes: Sizes, chosen: str = "random") -> dict[str, Array]:
    shape = sizes["BLOCKS"], sizes["LENGTH"]
    data = {
        "random": integers(1, -128, 127, *shape),
        "zeros": np.zeros(shape),
        "text": integers(2, ord(" "), ord("~"), *shape),
    }[chosen]
    sums = [zlib.crc32(block.astype(np.int8).tobytes()) for block in data]
    return {"results": np.array(sums, dtype=np.uint32).view(np.int32)}


def code_point(draws: Draws, only_ascii: bool) -> bytes:
    kind, chance = draws.next(8), draws.next()
    followers = [0x80 + (chance >> shift) % 64 for shift in (8, 16, 24)]
    if only_ascii or kind < 4:
        return bytes([ord(" ") + chance % 95])
    if kind < 6:
        return bytes([0xC2 + chance % 30, *followers[:1]])
    if kind < 7:
        return bytes([0xE1 + chance % 12, *followers[:2]])
    return bytes([0xF1 + chance % 3, *followers])


def messages(sizes: Sizes, chosen: str) -> list[bytes]:
    draws, made, total = Draws(1), [], 0
    for m in range(sizes["MESSAGES"]):
        limit = sizes["BYTES"] * (m + 1) // sizes["MESSAGES"] - draws.next(32)
        damaged = m % 2 == 0 if chosen == "broken" else chosen == "mixed" and m % 64 == 63
        message = b""
        while chosen != "empty" and total + len(message) + 8 <= limit:
            message += code_point(draws, chosen == "ascii")
        if damaged and total + len(message) + 4 <= limit:
            message += DAMAGE[draws.next() % 8]
        made.append(message)
        total += len(message)
    return made


def utf8(sizes: Sizes, chosen: str = "mixed") -> dict[str, Array]:
    def verdict(message: bytes) -> int:
        try:
            return len(message.decode("utf-8"))
        except UnicodeDecodeError as error:
            return -1 - error.start

    return {"verdicts": np.array([verdict(message) for message in messages(sizes, chosen)])}


def json_string(draws: Draws) -> bytes:
    parts = []
    for _ in range(draws.next(20)):
        kind = draws.next(16)
        parts.append((b"\\\\", b'\\"')[kind] if kind < 2 else bytes([ord("a") + draws.next(26)]))
    return b'"' + b"".join(parts) + b'"'


def json_document(draws: Draws, room: int, nested: bool) -> bytes:
    text, depth = b"{", 1
    while len(text) + LONGEST + depth < room:
        text += json_string(draws) + b": "
        kind = draws.next(8)
        if nested or kind == 0:
            text += b"{"
            depth += 1
            continue
        scalar = draws.next(16)
        text += SCALARS[scalar] if scalar < 8 else json_string(draws)
        if kind == 1 and depth > 1:
            text += b"}"
            depth -= 1
        text += b",\n    " if kind == 2 else b", "
    return text + b"}" * depth


def documents(sizes: Sizes, chosen: str) -> list[bytes]:
    draws, made, total = Draws(1), [], 0
    for d in range(sizes["DOCUMENTS"]):
        room = sizes["BYTES"] * (d + 1) // sizes["DOCUMENTS"] - total
        document = b""
        if chosen != "empty" and room > LONGEST + 2:
            document = json_document(draws, room, chosen == "nested")
        if chosen == "broken" and document:
            at = draws.next(len(document))
            document = document[:at] + (b'"' if d % 2 else b"#") + document[at + 1 :]
        made.append(document)
        total += len(document)
    return made


def tokens(document: bytes) -> list[int]:
    found = {"string": 0, "number": 0, "word": 0, "open": 0}
    depth = deepest = at = 0
    while at < len(document):
        match = TOKEN.match(document, at)
        if match is None:
            break
        kind = match.lastgroup or ""
        depth += (kind == "open") - (kind == "close")
        deepest = max(deepest, depth)
        if kind in found:
            found[kind] += 1
        at = match.end()
    return [*found.values(), deepest, at if at < len(document) else -1]


def json(sizes: Sizes, chosen: str = "mixed") -> dict[str, Array]:
    return {"counts": np.array([tokens(document) for document in documents(sizes, chosen)])}


REFERENCES: dict[str, Callable[..., dict[str, Array]]] = {"crc32": crc32, "json": json, "utf8": utf8}
