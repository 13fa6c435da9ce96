"""A model of the hot loop's machine code: llvm-mca's cycles per iteration, and what they are spent on.

The model assumes that every access hits the first cache, that branches are predicted and that blocks run in the order
of the text, so it is asked about innermost loops only and says when one has several paths.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any

from pipeline.findings import Bottleneck, LoopModel
from pipeline.ir.loops import Loop
from pipeline.ir.module import unquote
from pipeline.toolchain import CODEGEN, Toolchain

ITERATIONS = 100
# Resources below this share of the cycles are not worth a word.
LEAST_PRESSURE = 0.25
_BLOCK = re.compile(r"^(?:(?P<label>\.?L?BB\d+_\d+):|(?:#|//) %bb\.\d+:)\s*(?:(?:#|//)\s*(?P<name>%\S+))?")
_FUNCTION_END = re.compile(r"^\.?Lfunc_end\d+:")
_LOOP_COMMENT = re.compile(r"^\s+(?:#|//)\s+(?:=>|Parent Loop|Child Loop|This |in Loop)")
_JUMP_TARGET = re.compile(r"\.?L?BB\d+_\d+\b")
_TELLING_DIRECTIVE = re.compile(r"^\s+\.")


def model_loops(module: Path, loops: Sequence[Loop], toolchain: Toolchain, work: Path) -> list[LoopModel | str]:
    """Llvm-mca's estimate for each of some innermost loops of the annotated module, or why there is none."""
    if not loops:
        return []
    if not (toolchain.bin / "llvm-mca").exists():
        return ["llvm-mca is not installed: no model of the hot loop"]
    work.mkdir(parents=True, exist_ok=True)
    assembly = work / "hot.s"
    # Block names in comments tell which code is the loop's.
    words = ("-Wno-override-module", "-g0", "-fverbose-asm", "-x", "ir", module, "-S", "-o", assembly)
    if not toolchain.tool("clang", *CODEGEN, *words).ok:
        return ["the hot loop's assembly cannot be made"]
    text = assembly.read_text()
    return [_model(text, loop, toolchain, work / "loop.s") for loop in loops]


def _model(assembly: str, loop: Loop, toolchain: Toolchain, body: Path) -> LoopModel | str:
    code = loop_body(assembly, loop.blocks)
    if not code:
        return f"the machine code of the loop %{loop.header} is not to be told from other code: no model"
    body.write_text("\n".join(code) + "\n")
    asked = ("-json", f"-iterations={ITERATIONS}", body)
    result = toolchain.tool("llvm-mca", "--bottleneck-analysis", *asked)
    if not result.ok:  # in-order cores have no bottleneck analysis
        result = toolchain.tool("llvm-mca", *asked)
    if not result.ok:
        return f"llvm-mca cannot model the loop %{loop.header}: {result.message.splitlines()[-1][:120]}"
    model = read_model(result.stdout.decode("utf-8", "replace"), loop.header, straight=_is_straight(code))
    if isinstance(model, LoopModel) and not model.bottlenecks:  # LLVM 19 leaves them out of its JSON
        text = toolchain.tool("llvm-mca", "--bottleneck-analysis", *asked[1:]).stdout.decode("utf-8", "replace")
        return model.model_copy(update={"bottlenecks": read_bottlenecks(text)})
    return model


def loop_body(assembly: str, blocks: Collection[str]) -> list[str]:
    """The instructions of the loop's machine blocks, in the order of the text; empty where they cannot be told apart.

    `assembly` is clang's, in which a comment names the IR block of each machine block. A block without a name (the
    code generator made it) belongs to the loop when it lies between two that do.
    """
    parts: list[tuple[str, list[str]]] = []
    for line in assembly.splitlines():
        if match := _BLOCK.match(line):
            parts.append(
                (unquote((match["name"] or "").removeprefix("%")), [f"{match['label']}:"] if match["label"] else [])
            )
        elif _FUNCTION_END.match(line):
            parts.append(("", []))
        elif parts and line.startswith(("\t", " ")) and not _TELLING_DIRECTIVE.match(line):
            bare = re.sub(r"\s+(?:#|//).*$", "", line)
            if bare.strip() and not re.match(r"\s*(?:#|//)", bare):
                parts[-1][1].append(bare)
    places = [place for place, (name, _) in enumerate(parts) if name in blocks]
    if not places:
        return []
    within = parts[places[0] : places[-1] + 1]
    if any(name not in blocks and name for name, _ in within):
        return []
    return _to_the_last_turn([line for _, lines in within for line in lines])


def _to_the_last_turn(code: list[str]) -> list[str]:
    """Without what stands behind the last jump back into the code: it runs once, on the way out."""
    labels = {line[:-1] for line in code if line.endswith(":")}
    turns = [place for place, line in enumerate(code) if labels.intersection(_JUMP_TARGET.findall(line.rstrip(":")))]
    jumps = [place for place in turns if not code[place].endswith(":")]
    return code[: jumps[-1] + 1] if jumps else code


def _is_straight(code: Sequence[str]) -> bool:
    """True for a body with a single jump, the one that closes the loop."""
    return sum(bool(_JUMP_TARGET.search(line)) for line in code if not line.endswith(":")) <= 1


def read_model(text: str, header: str, *, straight: bool) -> LoopModel | str:
    """The figures in llvm-mca's JSON."""
    try:
        report = json.loads(text)
        region = report["CodeRegions"][0]
        view = region["SummaryView"]
        iterations, cycles = int(view["Iterations"]), int(view["TotalCycles"])
        return LoopModel(
            header=header,
            cpu=str(report["TargetInfo"]["CPUName"]),
            instructions=int(view["Instructions"]) // iterations,
            cycles=cycles / iterations,
            ipc=float(view["IPC"]),
            bottlenecks=_bottlenecks(region.get("BottleneckAnalysis") or {}, cycles),
            pressure=_pressure(report, region, cycles / iterations),
            straight=straight,
        )
    except (ValueError, KeyError, IndexError, TypeError, ZeroDivisionError) as error:
        return f"llvm-mca's report cannot be read ({type(error).__name__}: {error})"


def read_bottlenecks(text: str) -> tuple[Bottleneck, ...]:
    """The bottlenecks in llvm-mca's report for people."""
    names = {"Resource Pressure": "resources", "- Register Dependencies": "register dependencies"}
    names["- Memory Dependencies"] = "memory dependencies"
    rows = re.findall(r"^\s+(Resource Pressure|- (?:Register|Memory) Dependencies)\s+\[ ([\d.]+)% \]", text, re.M)
    return tuple(Bottleneck(name=names[name], percent=float(share)) for name, share in rows if float(share) >= 1)


def _bottlenecks(analysis: dict[str, Any], cycles: int) -> tuple[Bottleneck, ...]:
    kinds = (
        ("resources", "ResourcePressureCycles"),
        ("register dependencies", "RegisterDependencyCycles"),
        ("memory dependencies", "MemoryDependencyCycles"),
    )
    shares = [(name, 100 * int(analysis.get(key, 0)) / cycles) for name, key in kinds]
    return tuple(Bottleneck(name=name, percent=share) for name, share in shares if share >= 1)


def _pressure(report: dict[str, Any], region: dict[str, Any], cycles: float) -> tuple[tuple[str, float], ...]:
    """The busiest resources: the view's last row is the sum over the body, per iteration."""
    names = report["TargetInfo"]["Resources"]
    rows = region["ResourcePressureView"]["ResourcePressureInfo"]
    last = max(row["InstructionIndex"] for row in rows)
    used = [
        (_resource(str(names[row["ResourceIndex"]])), float(row["ResourceUsage"]))
        for row in rows
        if row["InstructionIndex"] == last
    ]
    busy = sorted((pair for pair in used if pair[1] >= LEAST_PRESSURE * cycles), key=lambda pair: -pair[1])
    return tuple(busy[:4])


def _resource(name: str) -> str:
    """The name of an execution resource: units of one kind are numbered by a control character there."""
    return re.sub(r"[\x00-\x1f]", lambda match: str(ord(match[0])), name)
