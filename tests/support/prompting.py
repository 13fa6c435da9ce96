"""Evidence, attempts and the prompt built of them, for the tests of prompts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pipeline.evidence.history import Story
from pipeline.evidence.prompt import Evidence
from pipeline.evidence.prompt import build_prompt as build
from pipeline.findings import Bandwidth, Findings, LoopModel, Peaks, Roofline
from pipeline.proposers.base import Attempt
from pipeline.records import Candidate, Form, Interval, LadderRow, Outcome, Policy, Program, Reason, Verdict


def build_prompt(evidence: Evidence, history: Sequence[Attempt], incumbent: str | None) -> str:
    """The whole text, nothing left out."""
    return build(evidence, Story(history, incumbent)).text


SPEEDUP = Interval(speedup=1.87, low=1.8, high=1.9, pairs=31)
EVIDENCE = Evidence(
    program=Program(
        name="gemm",
        sources=(Path("gemm.c"),),
        size="MEDIUM",
        sizes={"NI": 200, "NJ": 220},
        notes="A and B do not overlap.",
        tolerance=1e-7,
    ),
    hot="kernel_gemm",
    signature="void @kernel_gemm(i32 %ni, ptr %C)",
    source="void kernel_gemm(int ni, double *C)\n{\n}",
    ir="define void @kernel_gemm(i32 %ni, ptr %C) {\n  ret void\n}\n",
    profile="プログラムの実行プロファイル:\n- cycles: 134567\n",
    machine=("CPU: Example 9000", "L1d 32 KiB"),
    seconds=0.0123,
    calls=3,
    policy=Policy.TOLERANT,
    callees=("sqrt", "helper"),
    notes=("varied in hidden inputs: A, B",),
    ladder=(LadderRow(name="-O3 -march=native", speedup=SPEEDUP), LadderRow(name="gcc -O3", note="no gcc")),
)


def attempt(name: str, outcome: Outcome, reason: Reason, text: str = "", **more: object) -> Attempt:
    """A judged reply; `more` are further facts of its verdict."""
    fields = {"candidate": name, "outcome": outcome, "reason": reason, "form": Form.C, "intent": f"intent of {name}"}
    candidate = Candidate(id=name, iteration=1, proposer="llm", label="", text=text or f"```c\ncode of {name}\n```")
    return Attempt(candidate, Verdict.model_validate({**fields, **more}))


WON = attempt("c1", Outcome.FASTER, Reason.MEASURED, speedup=SPEEDUP)
WRONG = attempt("c2", Outcome.REJECTED, Reason.RESULT, detail="C differs after call 1")


def limits(header: str, percent: float) -> Findings:
    """A loop in machine code that attains so much of a roofline of 100 GFLOP/s."""
    stream = Bandwidth(level="L2", bytes=1 << 19, per_second=1e11)
    facts = {"flops": 10**6, "bytes": 10**4, "seconds": 1e-3, "precision": "double", "stream": stream}
    rates = {"peak": 1e11, "attainable": 1e11, "attained": percent * 1e9, "percent": percent, "bound": "compute"}
    return Findings(
        hot="kernel_gemm",
        models=(LoopModel(header=header, cpu="znver4", instructions=16, cycles=8.0, ipc=2.0),),
        peaks=Peaks(double_flops=1e11, float_flops=2e11, streams=(stream,)),
        roofline=Roofline.model_validate({**facts, **rates}),
    )
