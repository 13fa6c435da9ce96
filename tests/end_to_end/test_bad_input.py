from __future__ import annotations

from pathlib import Path

import pytest
from driver import irloop, only_run, replying

from pipeline.journal import read
from pipeline.records import Outcome, Reason
from pipeline.state import fold

WORKING = """
#include <stdio.h>
static double a[1000];
void work(void) { for (int r = 0; r < 2000; r++) for (int i = 0; i < 1000; i++) a[i] = a[i] * 0.5 + i; }
void never(double *p) { for (int i = 0; i < 10; i++) p[i] += 1; }
int main(int argc, char **argv) { if (argc > 5) never(a); work(); printf("%f\\n", a[7]); return 0; }
"""
CASES: dict[str, tuple[str, list[str], int, str]] = {
    "does not compile": ("int main(void) { return x; }", [], 2, "use of undeclared identifier 'x'"),
    "no such hot function": (WORKING, ["--hot", "foo"], 2, "no function 'foo'"),
    "hot function is main": (WORKING, ["--hot", "main"], 2, "main cannot be the hot function"),
    "hot function never called": (WORKING, ["--hot", "never"], 2, "'never' is never called"),
    "does not link": ("void work(void); int main(void) { work(); }", ["--hot", "main"], 2, "undefined symbol: work"),
    "crashes": ("void work(int *p) { *p = 1; } int main(void) { work((int *)8); }", ["--hot", "work"], 4, "SIGSEGV"),
    "does not stop": (
        "volatile int x; void work(void) { while (1) x++; } int main(void) { work(); }",
        ["--hot", "work", "--timeout", "1"],
        4,
        "did not stop within 1 s",
    ),
    "arguments cannot be read": (WORKING, ["--args", "'"], 2, "--args cannot be read"),
    "unknown proposer's command": (WORKING, ["--proposer", "command"], 2, "needs --command"),
    "a command that does not exist": (
        WORKING,
        ["--proposer", "command", "--command", "no-such-tool"],
        2,
        "no-such-tool",
    ),
    "a model without an endpoint": (WORKING, ["--proposer", "llm"], 2, "needs an endpoint"),
}


@pytest.mark.parametrize("case", CASES)
def test_a_bad_program_is_one_clear_line_and_leaves_nothing(tmp_path: Path, case: str) -> None:
    source, flags, status, words = CASES[case]
    (tmp_path / "prog.c").write_text(source)
    ended = irloop("run", "prog.c", "--out", "out", "--no-ladder", *flags, cwd=tmp_path)
    assert ended.status == status, ended.err
    assert words in ended.err
    assert "Traceback" not in ended.err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("run", "no-such-kernel"), "unknown kernel 'no-such-kernel'"),
        (("run", "missing.c"), "no such file: missing.c"),
        (("run", "gemm", "--size", "HUGE"), "no size HUGE"),
        (("run", "gemm", "missing.c"), "not both"),
        (("run", "gemm", "--iterations", "0"), "--iterations"),
        (("show", "no-such-run"), "no journal"),
        (("resume", "no-such-run"), "no journal"),
        (("plot", "--runs", "no-such-folder"), "irloop run"),
        (("heatmap", "--runs", "no-such-folder"), "irloop run"),
    ],
)
def test_a_wrong_word_is_one_clear_line(tmp_path: Path, words: tuple[str, ...], said: str) -> None:
    ended = irloop(*words, cwd=tmp_path)
    assert ended.status == 2
    assert said in ended.err
    assert list(tmp_path.iterdir()) == []


BAD_REPLIES = {
    Reason.NO_CODE: "I am sorry, I cannot help with that.",
    Reason.OTHER_FUNCTION: "```c\nvoid other(int n) { (void)n; }\n```",
    Reason.PARSE: "```llvm\ndefine void @work(ptr %a, i32 %n) {\n  %x = fadd double 1.0\n  ret void\n}\n```",
    Reason.COMPILE: "```c\nvoid work(double *a, int n) { return undeclared; }\n```",
    Reason.SIGNATURE: "```c\nvoid work(double *a, long n) { a[0] = n; }\n```",
    Reason.CRASH: "```c\nvoid work(double *a, int n) { a[1L << 40] = n; }\n```",
    Reason.TIMEOUT: "```c\nvoid work(double *a, int n) { for (;;) a[n / 2] += 1; }\n```",
    Reason.RESULT: "```c\nvoid work(double *a, int n) { a[n / 2] += 1; }\n```",
    Reason.GATE_CALL: '```c\nint system(const char *);\nvoid work(double *a, int n) { system("true"); }\n```',
    Reason.PASSES: '```passes\n{"options": {"load": "evil.so"}}\n```',
}
PROGRAM = """
#include <stdlib.h>
#include <stdio.h>
void work(double *a, int n) { for (int r = 0; r < 200; r++) for (int i = 0; i < n; i++) a[i] = a[i] * 0.5 + i; }
int main(void)
{
    double *a = calloc(1000, sizeof *a);
    work(a, 1000);
    printf("%.3f\\n", a[7]);
    return 0;
}
"""


def test_bad_replies_are_verdicts_and_the_run_ends_in_order(tmp_path: Path) -> None:
    (tmp_path / "prog.c").write_text(PROGRAM)
    answer = replying(tmp_path, *BAD_REPLIES.values())
    ended = irloop(
        *("run", "prog.c", "--hot", "work", "--out", "out", "--no-ladder", "--timeout", "3"),
        *("--proposer", "command", "--command", answer, "--iterations", str(len(BAD_REPLIES)), "--repairs", "0"),
        cwd=tmp_path,
    )
    assert ended.status == 0, ended.err
    folder = only_run(tmp_path / "out")
    verdicts = list(fold(read(folder)).verdicts.values())
    assert [verdict.outcome for verdict in verdicts] == [Outcome.REJECTED] * len(BAD_REPLIES)
    assert [verdict.reason for verdict in verdicts] == list(BAD_REPLIES)
    assert (folder / "prog.opt.ll").read_bytes() == (folder / "prog.ll").read_bytes()


def test_any_program_with_arguments_and_input_finds_its_hot_function(tmp_path: Path) -> None:
    (tmp_path / "heavy.h").write_text("double heavy(const double *x, int n);\n")
    (tmp_path / "heavy.c").write_text(
        '#include "heavy.h"\n'
        "static double light(double x) { return x * 1.5; }\n"
        "double heavy(const double *x, int n)\n"
        "{\n    double s = 0;\n    for (int r = 0; r < REPEAT; r++)\n        for (int i = 0; i < n; i++)\n"
        "            s += x[i] * x[i] / (1 + r);\n    return light(s);\n}\n"
    )
    (tmp_path / "main.c").write_text(
        "#include <stdio.h>\n#include <stdlib.h>\n#include <heavy.h>\n"
        "int main(int argc, char **argv)\n{\n    int n = atoi(argv[1]);\n    double first;\n"
        '    if (argc != 2 || scanf("%lf", &first) != 1) return 3;\n'
        "    double *x = malloc(n * sizeof *x);\n    for (int i = 0; i < n; i++) x[i] = first + i;\n"
        '    printf("%.6e\\n", heavy(x, n));\n    return 0;\n}\n'
    )
    (tmp_path / "input.txt").write_text("2.5\n")
    ended = irloop(
        *("run", "main.c", "heavy.c", "--include", ".", "--define", "REPEAT=3000", "--args", "4000"),
        *("--stdin", "input.txt", "--proposer", "search", "--iterations", "1", "--out", "out", "--no-ladder"),
        cwd=tmp_path,
    )
    assert ended.status == 0, ended.err
    state = fold(read(only_run(tmp_path / "out")))
    assert state.reference is not None
    assert state.reference.hot == "heavy"
    assert state.reference.hot_found_by != "named"
    assert len(state.reference.seeds) == 2
