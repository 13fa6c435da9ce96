"""Replies about a function named `kernel`, and how they are read."""

from __future__ import annotations

from pipeline.proposers.reply import Code, parse_reply

C = "void kernel(int n, double *A) {\n  for (int i = 0; i < n; i++) { A[i] *= 2; }\n}\n"
IR = "define void @kernel(i32 %n, ptr %A) {\n  ret void\n}\n"
RECIPE = '{"intent": "wide", "options": {"unroll-count": 4}}\n'


def code(reply: str) -> Code:
    """The code in a reply that has to hold some."""
    found = parse_reply(reply, "kernel")
    assert isinstance(found, Code), found
    return found
