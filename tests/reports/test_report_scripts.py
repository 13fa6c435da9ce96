from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
DATA = ROOT / "tests" / "data" / "perf"
IR = "define void @f() {\n  ret void\n}\n"


def script(name: str, folder: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a script as the user does, from a folder that is not the checkout."""
    command = [sys.executable, str(ROOT / "scripts" / name), *map(str, arguments)]
    return subprocess.run(command, check=False, cwd=folder, capture_output=True, text=True, timeout=60)


def diff_stats(folder: Path, optimized_perf: Path, kernel: str = "gemm") -> subprocess.CompletedProcess[str]:
    (folder / "a.ll").write_text(IR)
    (folder / "b.ll").write_text("; more\n" + IR + IR)
    perf = ("--original_perf", DATA / "real-human.txt", "--optimized_perf", optimized_perf)
    ir = ("--original_ir", "a.ll", "--optimized_ir", "b.ll")
    return script("diff_stats.py", folder, *perf, *ir, "--kernel", kernel, "--output_csv", "out.csv")


def test_profile_in_both_languages(tmp_path: Path) -> None:
    for options, title in (
        ((), "プログラムの実行プロファイル:"),
        (("--lang", "en"), "Execution profile of the program:"),
    ):
        done = script(
            "profile_and_parse.py",
            tmp_path,
            "--input",
            DATA / "sample-human-pmu.txt",
            "--output",
            "p.md",
            *options,
        )
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout == "wrote p.md: 12 counters, source: pmu\n"
        lines = (tmp_path / "p.md").read_text(encoding="utf-8").splitlines()
        assert lines[0] == title
        assert lines[1].startswith("- cycles: 15584210")


def test_lines_of_the_program_are_warned_about(tmp_path: Path) -> None:
    source = DATA / "sample-human-with-program-output.txt"
    done = script("profile_and_parse.py", tmp_path, "--input", source, "--output", "p.md")
    assert done.returncode == 0
    assert done.stderr.startswith("warning: ") and "'0.002713' (and 3 more)" in done.stderr
    assert "- cycles: 1234567\n" in (tmp_path / "p.md").read_text(encoding="utf-8")


def test_before_and_after_in_one_table(tmp_path: Path) -> None:
    for kernel in ("gemm", "lu", "gemm"):
        done = diff_stats(tmp_path, DATA / "real-json.txt", kernel)
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout == f"wrote out.csv: {kernel}, counter source: software\n"
    header, *rows = (tmp_path / "out.csv").read_text(encoding="utf-8").splitlines()
    assert header.startswith("kernel,orig_cycles,opt_cycles,Δcycles(%),") and header.endswith(",ΔIR_lines(%)")
    assert [row.split(",")[0] for row in rows] == ["lu", "gemm"]
    assert all(row.endswith(",software,3,6,100.00") for row in rows)


def test_bad_input_is_one_line_status_2_and_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "not-perf.txt").write_text("hello\n")
    results = [
        script("profile_and_parse.py", tmp_path, "--input", "none.txt", "--output", "p.md"),
        script("profile_and_parse.py", tmp_path, "--input", "not-perf.txt", "--output", "p.md"),
        script("profile_and_parse.py", tmp_path, "--output", "p.md"),
        script("profile_and_parse.py", tmp_path, "--input", "not-perf.txt", "--output", "p.md", "--lang", "fr"),
        diff_stats(tmp_path, tmp_path / "not-perf.txt"),
        diff_stats(tmp_path, DATA / "real-json.txt", kernel=""),
    ]
    for done in results:
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.startswith("error: ") and done.stderr.count("\n") == 1
    assert not (tmp_path / "p.md").exists() and not (tmp_path / "out.csv").exists()
