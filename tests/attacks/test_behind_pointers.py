"""Programs whose data lie behind pointers in memory: cheats there are caught, right candidates pass."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from driving import fenced, verified
from labs import Lab, MakeLab

from pipeline.records import Policy, Reason

TOP = "#include <stdio.h>\n#include <stdlib.h>\n"
HOT = "__attribute__((noinline)) "


@dataclass(frozen=True)
class Program:
    """A small program; `hot` is the function under test, `types` what it needs, `main` what calls it."""

    types: str
    hot: str
    main: str
    name: str = "work"

    @property
    def text(self) -> str:
        """The whole of it."""
        return f"{TOP}{self.types}{HOT}{self.hot}{self.main}"

    def changed(self, old: str, new: str) -> str:
        """A candidate: the function with something else in one place."""
        assert old in self.hot
        return f"{TOP}{self.types}{self.hot.replace(old, new)}"


ROWS = Program(
    "",
    """void work(double **a, double **b, double **c, int n)
{
    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++) {
            double s = 0;
            for (int k = 0; k < n; k++) s += a[i][k] * b[k][j];
            c[i][j] = s;
        }
}
""",
    """static double **matrix(int n, double f)
{
    double **m = malloc(n * sizeof *m);
    for (int i = 0; i < n; i++) {
        m[i] = malloc(n * sizeof **m);
        for (int j = 0; j < n; j++) m[i][j] = f * (i + j) + 1;
    }
    return m;
}
int main(void)
{
    double **a = matrix(30, .5), **b = matrix(30, .25), **c = matrix(30, 0);
    work(a, b, c, 30);
    printf("%.2f\\n", c[3][4]);
}
""",
)
STRUCTURE = Program(
    "struct vector { int n; double *x; int *tag; };\n",
    """void work(const struct vector *a, struct vector *b)
{
    for (int i = 0; i < a->n; i++) {
        b->x[i] = 2.0 * a->x[i] + 1.0;
        b->tag[i] = a->tag[i] + 1;
    }
}
""",
    """static int tags[50], others[50];
int main(void)
{
    struct vector a = {50, calloc(50, 8), tags}, b = {50, calloc(50, 8), others};
    for (int i = 0; i < 50; i++) a.x[i] = i + 0.5, a.tag[i] = i;
    work(&a, &b);
    printf("%.2f %d\\n", b.x[3], b.tag[4]);
}
""",
)
LIST = Program(
    "struct node { struct node *next; double x; long hits; };\n",
    """void work(struct node *first, double f)
{
    for (struct node *at = first; at; at = at->next) at->x = at->x * f + 1.0;
}
""",
    """int main(void)
{
    struct node *first = NULL;
    for (int i = 0; i < 20; i++) {
        struct node *node = malloc(sizeof *node);
        *node = (struct node){first, i, i};
        first = node;
    }
    work(first, 1.5);
    printf("%.2f\\n", first->x);
}
""",
)
RETURNED = Program(
    "",
    """double *work(const double *a, int n)
{
    double *b = malloc(n * sizeof *b);
    for (int i = 0; i < n; i++) b[i] = a[i] * 3.0 + 1.0;
    return b;
}
""",
    """int main(void)
{
    double *a = calloc(40, sizeof *a);
    for (int i = 0; i < 40; i++) a[i] = i + 0.25;
    double *b = work(a, 40);
    printf("%.2f\\n", b[2]);
}
""",
)

# One allocation for a structure and for what its pointers lead to.
TOGETHER = Program(
    "struct net { int n; double *w, *out; };\n",
    """void work(struct net *net)
{
    for (int i = 0; i < net->n; i++) {
        double s = 0;
        for (int j = 0; j < net->n; j++) s += net->w[i * net->n + j] * (j + 0.1);
        net->out[i] = s;
    }
}
""",
    """int main(void)
{
    struct net *net = malloc(sizeof *net + sizeof(double) * 110);
    *net = (struct net){10, (double *)(net + 1), (double *)(net + 1) + 100};
    for (int i = 0; i < 110; i++) net->w[i] = 1.0 / (i + 3);
    work(net);
    printf("%.2f\\n", net->out[3]);
}
""",
)
STACK = Program(
    "struct state { int at; unsigned sum; int depth; };\n",
    """int work(struct state *s, double *least, const double *a, int n)
{
    *least = a[0];
    for (s->at = 0; s->at < n; s->at++) {
        s->sum = s->sum * 31 + (unsigned)a[s->at];
        if (a[s->at] < *least) *least = a[s->at];
    }
    return s->depth++;
}
""",
    """int main(void)
{
    struct state state = {0, 1, 5};
    double least, *a = calloc(40, sizeof *a);
    for (int i = 0; i < 40; i++) a[i] = i * 7 % 11 + 0.5;
    int depth = work(&state, &least, a, 40);
    printf("%d %g\\n", depth, least > 0 ? 1.0 : 0.0);
    return state.at != 40 || state.sum == 0 || state.depth != 6;
}
""",
)

CHEATS = {
    "wrong in one allocation": (TOGETHER, "= s;", "= s + (i == 7) * 1e-6;", (Reason.RESULT,)),
    "wrong in a structure on the stack": (STACK, "s->depth++", "(s->sum += 2, s->depth++)", (Reason.RESULT,)),
    "wrong in a variable on the stack": (
        STACK,
        "return s->depth++",
        "*least += 0.25; return s->depth++",
        (Reason.RESULT,),
    ),
    "a wrong row": (ROWS, "c[i][j] = s;", "c[i][j] = i == 7 ? 0 : s;", (Reason.RESULT,)),
    "a small error in a row": (ROWS, "c[i][j] = s;", "c[i][j] = i == 7 ? s * (1 + 1e-7) : s;", (Reason.RESULT,)),
    "an input row destroyed": (ROWS, "c[i][j] = s;", "c[i][j] = s; if (j == n - 1) a[i][n - 1] = 0;", (Reason.RESULT,)),
    "knows what lies in a row": (ROWS, "s += a[i][k]", "s += (.5 * (i + k) + 1)", (Reason.HIDDEN_INPUT,)),
    "a pointer to other rows": (ROWS, "c[i][j] = s;", "c[i][j] = s; if (j == n - 1) c[i] = a[i];", (Reason.RESULT,)),
    "wrong behind a structure": (STRUCTURE, "+ 1.0", "+ (i == 9 ? 1.5 : 1.0)", (Reason.RESULT,)),
    "wrong integers there": (STRUCTURE, "a->tag[i] + 1", "a->tag[i] + 1 + (i == 9)", (Reason.RESULT,)),
    "knows what lies there": (STRUCTURE, "a->x[i]", "(i + 0.5)", (Reason.HIDDEN_INPUT,)),
    "a node left out": (LIST, "at->x = ", "if (at->hits != 3) at->x = ", (Reason.RESULT,)),
    "a node counted": (LIST, "at->x = ", "at->hits += at->hits == 3, at->x = ", (Reason.RESULT,)),
    "wrong in what is returned": (RETURNED, "b[i] = a[i]", "b[i] = i == 9 ? 0 : a[i]", (Reason.RESULT,)),
    "knows what to return": (RETURNED, "a[i] * 3.0", "(i + 0.25) * 3.0", (Reason.HIDDEN_INPUT,)),
    "returns what it never wrote": (
        RETURNED,
        "for (int i = 0; i < n; i++) b[i]",
        "for (int i = 0; i < n - (n > 9); i++) b[i]",
        (Reason.RESULT, Reason.NONDETERMINISTIC),
    ),
}
INNOCENTS = {
    "rows in other order": (ROWS, "for (int i = 0; i < n; i++)\n", "for (int i = n - 1; i >= 0; i--)\n"),
    "sums in halves": (
        ROWS,
        "for (int k = 0; k < n; k++) s += a[i][k] * b[k][j];",
        "double t[2] = {0}; for (int k = 0; k < n; k++) t[k & 1] += a[i][k] * b[k][j]; s = t[0] + t[1];",
    ),
    "pointers kept in variables": (
        STRUCTURE,
        "for (int i",
        "double *x = a->x, *y = b->x; for (int i = 0; i < a->n; i++) y[i] = x[i] + x[i] + 1.0;\n    for (int i",
    ),
    "in another order in one allocation": (
        TOGETHER,
        "for (int j = 0; j < net->n; j++)",
        "for (int j = net->n - 1; j >= 0; j--)",
    ),
    "state kept in registers": (STACK, "s->sum * 31", "(s->sum << 5) - s->sum"),
    "a list, contracted": (LIST, "at->x * f + 1.0", "__builtin_fma(at->x, f, 1.0)"),
    "filled from the end": (RETURNED, "for (int i = 0; i < n; i++)", "for (int i = n; i-- > 0;)"),
}


@pytest.fixture
def lab(make_lab: MakeLab) -> Callable[[Program], Lab]:
    """One of the programs, prepared."""
    return lambda program: make_lab(program.text, program.name, timeout=3)


@pytest.mark.parametrize("name", CHEATS)
def test_a_cheat_behind_pointers_is_caught(name: str, lab: Callable[[Program], Lab]) -> None:
    program, old, new, reasons = CHEATS[name]
    verdict = verified(lab(program).judge(), fenced(program.changed(old, new), "c"))
    assert verdict is not None
    assert verdict.reason in reasons, verdict


@pytest.mark.parametrize("name", INNOCENTS)
def test_a_right_candidate_behind_pointers_passes(name: str, lab: Callable[[Program], Lab]) -> None:
    program, old, new = INNOCENTS[name]
    verdict = verified(lab(program).judge(Policy.TOLERANT), fenced(program.changed(old, new), "c"))
    assert verdict is None, verdict


PROGRAMS = {"rows": ROWS, "structure": STRUCTURE, "list": LIST, "returned": RETURNED, "stack": STACK}


@pytest.mark.parametrize("name", PROGRAMS)
def test_what_the_original_does_passes_as_it_is(name: str, lab: Callable[[Program], Lab]) -> None:
    made = lab(PROGRAMS[name])
    assert made.reference.seeds, made.reference.notes
    verdict = verified(made.judge(Policy.STRICT), fenced(made.split.hot.read_text(), "llvm"))
    assert verdict is None or verdict.reason is Reason.SAME_OBJECT, verdict


def test_the_notes_say_where_pointers_led(lab: Callable[[Program], Lab]) -> None:
    assert "also compared: what pointers in a, b, c lead to" in lab(ROWS).reference.notes
    assert "also compared: what pointers in a, b lead to" in lab(STRUCTURE).reference.notes


def test_a_pointer_that_is_none_is_not_followed(make_lab: MakeLab) -> None:
    program = Program(
        "struct vector { int n; double *x; };\n",
        "void work(const struct vector *v, double *out) { *out += (unsigned long)v > 64 ? v->x[v->n] : 1.5; }\n",
        """int main(void)
{
    double sum[2] = {0}, data[3] = {1, 2, 3};
    struct vector v = {2, data};
    work(NULL, sum); work((struct vector *)1, sum); work((struct vector *)48, sum); work(&v, sum);
    printf("%g\\n", sum[0]);
}
""",
    )
    lab = make_lab(program.text, "work", timeout=3)
    assert lab.reference.calls == 4
    assert verified(lab.judge(), fenced(program.changed("1.5", "0.5 * 3"), "c")) is None
