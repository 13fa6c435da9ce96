"""Pictures compared with kept ones, with a tolerance. After a change on purpose, look at what this makes, and keep it:

python -m pytest tests/reports/test_images.py --mpl-generate-path=tests/reports/pictures
"""

from __future__ import annotations

from pathlib import Path

import pytest
from journals import REAL, Try, write_run
from matplotlib.figure import Figure

from pipeline.records import Outcome, Policy
from pipeline.reports.figures.catalogue import figures
from pipeline.reports.figures.study import study_figure
from pipeline.reports.figures.suite import suite_figure
from pipeline.reports.grouping import grouped
from pipeline.reports.journals import Loaded, find_runs, load
from pipeline.reports.suite.parts import parts
from pipeline.reports.summary import summarise

LOADED = load([REAL / name for name in ("gemm-medium", "atax-strict", "nussinov-mini")])
# Root mean square over grey levels: fonts of another FreeType stay below, a moved mark or a missing word does not.
compared = pytest.mark.mpl_image_compare(
    baseline_dir="pictures", tolerance=1, style="default", savefig_kwargs={"dpi": 60}
)


def draw(name: str, loaded: Loaded = LOADED) -> Figure:
    return figures(loaded)[name]()


@compared
def test_speedup() -> Figure:
    return draw("report_speedup.png")


@compared
def test_convergence() -> Figure:
    return draw("report_convergence.png")


@compared
def test_samples() -> Figure:
    return draw("report_samples.png")


@compared
def test_roofline() -> Figure:
    return draw("report_roofline.png")


@compared
def test_study(tmp_path: Path) -> Figure:
    for repeat in (1, 2, 3):
        for proposer, reached in (("search", 1.4), ("llm", 1.9)):
            tries = [
                Try(Outcome.FASTER, 1.1 + 0.02 * repeat, 1, proposer),
                Try(Outcome.REJECTED, None, 2, proposer),
                Try(Outcome.FASTER, reached + 0.05 * repeat, 3, proposer),
            ]
            for kernel in ("atax", "gemm"):
                write_run(tmp_path, tries, kernel=kernel, run=f"20260101-{proposer}{repeat}", proposer=proposer)
    return study_figure(grouped(load(find_runs(tmp_path)).runs))


@compared
def test_suite(tmp_path: Path) -> Figure:
    for place, kernel in enumerate(("atax", "bicg", "gemm", "mvt", "lu")):
        for number, policy in enumerate(Policy):
            tries = [Try(Outcome.FASTER, 1.1 + 0.2 * place, 1, "recorded"), Try(Outcome.REJECTED, None, 2, "recorded")]
            tries += [Try(Outcome.FASTER, 1.4 + 0.3 * place + 0.5 * number, 3, "recorded")]
            write_run(tmp_path, tries, kernel=kernel, run=f"r{number}", proposer="recorded", policy=policy)
    loaded = load(find_runs(tmp_path))
    return suite_figure(parts(loaded, summarise(loaded)), loaded)
