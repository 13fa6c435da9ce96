from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from browser import Browser, find_browser
from journals import REAL, Try, write_run

from pipeline.records import Outcome, Policy
from pipeline.reports.journals import find_runs, load, load_run
from pipeline.reports.page.document import MOST_STORIES, page
from pipeline.reports.page.markup import element, joined
from pipeline.reports.story import LONGEST_DIFF, story
from pipeline.reports.summary import summarise

CHROMIUM = find_browser()
WIDTHS = (360, 768, 1280)
# Every visible text: its colour against what lies behind it (WCAG 2.1). Numbers in the heat map lie on their own cells.
CONTRAST = """
(() => {
  const numbers = text => (text.match(/[\\d.]+/g) || []).map(Number);
  const light = ([r, g, b]) => [r, g, b]
    .map(v => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = node => {
    for (; node; node = node.parentElement) {
      const colour = numbers(getComputedStyle(node).backgroundColor);
      if (colour.length === 3 || colour[3] > 0) return colour;
    }
    return [255, 255, 255];
  };
  const cells = ['rgb(1, 1, 1)', 'rgb(253, 253, 253)'];
  const bad = [];
  for (const node of document.querySelectorAll('body *')) {
    const own = [...node.childNodes].some(child => child.nodeType === 3 && child.data.trim());
    if (!own || node.tagName === 'style') continue;
    const style = getComputedStyle(node);
    const colour = node instanceof SVGElement ? style.fill : style.color;
    if (cells.includes(colour)) continue;
    const [a, b] = [light(numbers(colour)), light(behind(node))].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < 4.5) bad.push(`${node.tagName} ${node.textContent.slice(0, 30)} ${ratio.toFixed(2)}`);
  }
  return bad;
})()
"""
# What reaches beyond the window without a box of its own that scrolls.
OVERFLOW = """
[document.documentElement.scrollWidth - document.documentElement.clientWidth,
 ...[...document.querySelectorAll('body *')]
   .filter(node => !node.closest('.scroll, pre, figure') && node.getBoundingClientRect().right > innerWidth + 1)
   .map(node => `${node.tagName} ${node.className} ${node.textContent.slice(0, 40)}`)]
"""


CUT_OFF = """
[...document.querySelectorAll('.scroll, figure')]
  .filter(node => node.scrollWidth > document.documentElement.clientWidth)
  .map(node => node.textContent.slice(0, 60))
"""


class Outline(HTMLParser):
    """Tags opened and closed, ids, and addresses of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value:
                self.ids.append(value)
            if name in {"href", "src", "xlink:href"} and value:
                self.links.append(value)
        if tag not in {"meta", "br", "col", "path", "use", "image", "rect", "clippath"}:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if self.open and self.open[-1] == tag:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if tag not in {"path", "use", "image", "rect", "clippath"}:
            assert self.open.pop() == tag


def real_page() -> str:
    loaded = load([REAL / name for name in ("gemm-medium", "atax-strict", "nussinov-mini")])
    return page(loaded, summarise(loaded))


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "report.html"
    path.write_text(real_page(), encoding="utf-8")
    return path


def test_page_is_whole_and_needs_nothing_else() -> None:
    text = real_page()
    outline = Outline()
    outline.feed(text)
    assert outline.open == []
    assert len(outline.ids) == len(set(outline.ids))
    assert all(link.startswith(("#", "data:image/png")) for link in outline.links)
    assert {link[1:] for link in outline.links if link.startswith("#")} <= set(outline.ids)
    assert "<script" not in text
    assert not re.search(r"https?://|//cdn|@import|url\((?!#)", text)
    assert text == real_page()


def test_page_tells_every_candidate_with_verdict_reason_and_change() -> None:
    run = load_run(REAL / "gemm-medium")
    text = real_page()
    for candidate, verdict in run.judged:
        assert f"<b>{candidate.id}</b>" in text
        assert f"{verdict.outcome} ({verdict.reason})" in text
    assert "IRLOOP_LLVM=22 irloop run gemm --size MEDIUM --iterations 3 --proposer auto --policy tolerant" in text
    assert '<span class="added">' in text
    assert "Group 2" in text
    assert "These runs come from 2 policies" in text
    assert "What these numbers cannot say" in text


def test_text_of_a_model_is_never_markup(tmp_path: Path) -> None:
    evil = '```passes\n{"intent": "</pre><script>alert(1)</script>"}\n```\n'
    write_run(tmp_path, [Try(Outcome.REJECTED, text=evil)])
    loaded = load(find_runs(tmp_path))
    text = page(loaded, summarise(loaded))
    assert "<script" not in text
    assert "&lt;script&gt;" in text
    assert "tile &lt;b&gt;&amp; unroll&lt;/b&gt;" in text
    assert joined(["<", element("b", "&", title='"')]) == '&lt;<b title="&quot;">&amp;</b>'


def test_change_is_against_the_parent_of_the_same_form(tmp_path: Path) -> None:
    recipe = '```passes\n{\n "intent": "x",\n "unroll": %d\n}\n```\n'
    tries = [
        Try(Outcome.FASTER, 1.2, text=recipe % 4),
        Try(Outcome.SLOWER, 0.9, iteration=2, text=recipe % 8),
    ]
    first, second = story(load_run(write_run(tmp_path, tries)))
    assert (first.against, second.against) == ("", "c1")
    assert {'- "unroll": 4', '+ "unroll": 8'} <= set(second.diff)
    assert all(line.startswith(" ") for line in first.diff)


def test_change_against_the_original_source_where_it_is_there(tmp_path: Path) -> None:
    run = load_run(REAL / "gemm-medium")
    source = tmp_path / "gemm.c"
    source.write_text("void kernel_gemm(int n)\n{\n  first(n);\n}\n")
    started = run.started.model_copy(update={"program": run.program.model_copy(update={"sources": (source,)})})
    told = next(iter(story(replace(run, started=started))))
    assert told.against == "the original"
    assert "-  first(n);" in told.diff
    missing = next(iter(story(run)))
    assert missing.against == ""
    assert len(missing.diff) > 10


def test_long_changes_are_cut_and_say_so(tmp_path: Path) -> None:
    lines = ",\n".join(f' "k{number}": 1' for number in range(2 * LONGEST_DIFF))
    write_run(tmp_path, [Try(Outcome.REJECTED, text=f"```passes\n{{\n{lines}\n}}\n```\n")])
    (told,) = story(load(find_runs(tmp_path)).runs[0])
    assert len(told.diff) == LONGEST_DIFF + 1
    assert "more lines" in told.diff[-1]


def test_many_runs_tell_the_newest_of_each_case_and_say_what_is_left_out(tmp_path: Path) -> None:
    for number in range(MOST_STORIES + 5):
        write_run(tmp_path, run=f"20260101-{number:06}", kernel="atax" if number == 0 else "gemm")
    loaded = load(find_runs(tmp_path))
    text = page(loaded, summarise(loaded))
    assert text.count("<article") == MOST_STORIES
    assert 'id="run-atax-MINI-20260101-000000"' in text
    assert text.count("not shown: name the run to see it") == 5


def test_runs_without_reference_or_candidates_still_make_a_page(tmp_path: Path) -> None:
    write_run(tmp_path, [], done=False)
    early = write_run(tmp_path, run="20260101-000009", policy=Policy.STRICT)
    lines = (early / "events.jsonl").read_text().splitlines(keepends=True)
    (early / "events.jsonl").write_text(lines[0])
    loaded = load(find_runs(tmp_path))
    text = page(loaded, summarise(loaded))
    assert "none with a reference yet" in text
    assert "Runs that did not end" in text


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    assert CHROMIUM is not None
    with Browser(CHROMIUM, tmp_path_factory.mktemp("profile")) as started:
        yield started


@pytest.mark.browser
@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here: apt-get install chromium")
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_page_in_a_browser(browser: Browser, written: Path, dark: bool) -> None:
    for width in WIDTHS:
        browser.open(written, width=width, dark=dark)
        browser.value("document.querySelectorAll('details').forEach(each => each.open = true)")
        assert browser.value(OVERFLOW) == [0]
    assert browser.value(CONTRAST) == []
    paper = browser.value("getComputedStyle(document.body).backgroundColor")
    assert paper == ("rgb(20, 23, 27)" if dark else "rgb(255, 255, 255)")
    assert browser.value("document.querySelectorAll('figure svg text').length") > 100
    assert browser.said == []
    browser.call("Emulation.setEmulatedMedia", media="print")
    browser.call("Emulation.setDeviceMetricsOverride", width=700, height=900, deviceScaleFactor=1, mobile=False)
    assert browser.value(CUT_OFF) == []  # paper does not scroll
    assert browser.value("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    browser.call("Emulation.setEmulatedMedia", media="")
    assert set(browser.asked) == {written.as_uri()} | {url for url in browser.asked if url.startswith("data:")}
