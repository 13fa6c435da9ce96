"""The pictures of the page: as SVG, with words for those who cannot see them."""

from __future__ import annotations

from pipeline.reports.collect import InstructionCounts, InstructionLog
from pipeline.reports.figures import canvas
from pipeline.reports.figures.catalogue import CONVERGENCE_NAME, ROOFLINE_NAME, SAMPLES_NAME, SPEEDUP_NAME, figures
from pipeline.reports.figures.heatmap import heatmap_figure
from pipeline.reports.grouping import grouped, short_tags
from pipeline.reports.journals import Loaded
from pipeline.reports.page.markup import Html, element
from pipeline.reports.page.svg import inline_svg
from pipeline.reports.summary import Summary, newest

CAPTIONS = {
    SPEEDUP_NAME: "Speedup of each kernel over plain clang -O3, beside the best of the flags.",
    CONVERGENCE_NAME: "Candidates and the best so far, iteration by iteration.",
    SAMPLES_NAME: "The single measurements behind each confirmed winner.",
    ROOFLINE_NAME: "Arithmetic speed before and after, over the intensity of each kernel.",
}
HEATMAP = "Instructions of each kind in the whole module, before and after."


def page_figures(loaded: Loaded, summary: Summary) -> list[Html]:
    """Every picture that these runs give, with its caption."""
    made = []
    for name, draw in figures(loaded, summary).items():
        label = CAPTIONS[name]
        svg = inline_svg(draw(), name.partition(".")[0], label)
        made.append(element("figure", element("figcaption", label), Html(svg)))
    logs = instruction_logs(loaded)
    if logs:
        with canvas.style():
            figure = heatmap_figure(logs)
        made.append(element("figure", element("figcaption", HEATMAP), Html(inline_svg(figure, "heatmap", HEATMAP))))
    return made


def instruction_logs(loaded: Loaded) -> list[InstructionLog]:
    """Instruction kinds from the newest journal of each case and proposer: the original, then each iteration."""
    logs = []
    groups = grouped(loaded.runs)
    names = short_tags(groups)
    for group, label, run in ((group, *item) for group, runs in groups.items() for item in newest(runs).items()):
        steps = tuple(
            InstructionCounts(iteration=profile.iteration, candidate=profile.candidate, counts=profile.opcodes)
            for profile in run.state.profiles
        )
        if len(steps) > 1:
            tag = f" ({names[group]})" if names[group] else ""
            logs.append(InstructionLog(kernel=label + tag, iterations=steps))
    return sorted(logs, key=lambda log: log.kernel)
