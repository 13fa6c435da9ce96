from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from replies import IR, RECIPE, C, code

from pipeline.proposers.reply import INTENT_LENGTH, LONGEST_REPLY, Code, parse_reply
from pipeline.records import Form, Reason


def reason(reply: str) -> Reason:
    found = parse_reply(reply, "kernel")
    assert not isinstance(found, Code), found
    assert ("kernel" in found[1]) == (found[0] is Reason.OTHER_FUNCTION)
    return found[0]


@pytest.mark.parametrize(
    ("tag", "text", "form"),
    [
        ("c", C, Form.C),
        ("C", C, Form.C),
        ("cpp", C, Form.C),
        ("c++", C, Form.C),
        ("", C, Form.C),
        ("text", C, Form.C),
        ("llvm", C, Form.C),
        ("c", IR, Form.IR),
        ("llvm", IR, Form.IR),
        ("LLVM", IR, Form.IR),
        ("llvm-ir", IR, Form.IR),
        ("ll", IR, Form.IR),
        ("", IR, Form.IR),
        ("asm", IR, Form.IR),
        ("passes", RECIPE, Form.PASSES),
        ("json", RECIPE, Form.PASSES),
        ("", RECIPE, Form.PASSES),
    ],
)
@pytest.mark.parametrize("fence", ["```", "~~~", "````", "  ```"])
def test_fences_of_all_kinds(tag: str, text: str, form: Form, fence: str) -> None:
    assert code(f"I tile it.\n\n{fence}{tag}\n{text}{fence}\nThat is all.") == Code(form, text, "I tile it.")


@pytest.mark.parametrize(
    ("reply", "text"),
    [
        (f"```c title=a.c\n{C}```", C),
        (f"```c {{.numberLines}}\n{C}```", C),
        (f"``` c\n{C}```", C),
        (f"```c\n{C}", C),
        (f"```c\n{C}`````\nDone.", C),
        (f"1. So:\n   ```c\n{C}   ```\n", C),
        (f"\ufeff```c\n{C}```", C),
        (f"```c\n{C}```\n```\nunrelated output\n```", C),
        (f"```sh\nclang -O3 kernel.c\n```\n```c\n{C}```", C),
        (f"Use `kernel` and ```x``` here.\n```c\n{C}```", C),
        (f"<think>\nmaybe\n```c\n{C}// long way round, many words\n```\n</think>\n```c\n{C}```", C),
        (f"half a thought ```c\n{C} {C}\n```</think>\n```c\n{C}```", C),
    ],
)
def test_fences_as_models_really_write_them(reply: str, text: str) -> None:
    assert code(reply).text == text


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_of_other_systems(end: str) -> None:
    reply = f"Plan.\n```c\n{C}```\nBye.\n".replace("\n", end)
    assert code(reply) == Code(Form.C, C, "Plan.")


@pytest.mark.parametrize(("text", "form"), [(C, Form.C), (IR, Form.IR), (RECIPE, Form.PASSES)])
def test_no_fence_at_all(text: str, form: Form) -> None:
    assert code(text) == Code(form, text if form is Form.PASSES else text.rstrip("\n"), "")


@pytest.mark.parametrize(
    "text",
    [
        C,
        f"#include <math.h>\n\n{C}",
        f"typedef double real;\nstatic real twice(real x) {{\n  return 2 * x;\n}}\n{C}",
        f"/* a note */\n{C}",
        C.replace("void kernel", "void\nkernel"),
        "void kernel(double *A, int n)\n{ for (int i = 0; i < n; i++) A[i] *= 2; }\n",
        IR,
        f'target triple = "x"\n@t = private constant i32 1\n{IR}declare double @sqrt(double)',
    ],
)
def test_prose_around_bare_code_is_cut_off(text: str) -> None:
    found = code(
        f"Intent: the loop is tiled, as double buffering\nwould not help here.\n\n{text}\n\nIt should be faster.\n"
    )
    assert found.text == text.rstrip("\n")
    assert found.intent == "the loop is tiled, as double buffering would not help here."


def test_the_longest_block_with_the_function_wins() -> None:
    longer = C.replace("A[i] *= 2;", "A[i] *= 2; /* and more */")
    assert code(f"Before:\n```c\n{C}```\nAfter:\n```c\n{longer}```\n").text == longer
    assert code(f"```c\n{longer}```\n```c\n{C}```\n").text == longer


def test_code_wins_over_a_longer_recipe_and_any_recipe_over_nothing() -> None:
    recipe = json.dumps({"intent": "x" * 500})
    assert code(f"```json\n{recipe}\n```\n```c\n{C}```").form is Form.C
    assert code(f"```c\nint other(void) {{ return 1; }}\n```\n```json\n{recipe}\n```").form is Form.PASSES


@pytest.mark.parametrize(
    "text",
    [
        "static double help(double x) { return x; }\n" + C,
        "void kernel(int n, double *A);\n" + C,
        C.replace("void kernel(int n, double *A) {", "void kernel(int n,\n            double A[n])\n{"),
        C.replace("kernel(", "kernel ("),
        C.replace("void", '__attribute__((target("avx2"), flatten)) void'),
        C.replace(") {\n  for", ") __attribute__((noinline)) /* { */ {\n  for"),
        C.replace("(int n", "(int (*f)(int), int n"),
        '#ifdef __cplusplus\nextern "C" {\n#endif\n' + C + "#ifdef __cplusplus\n}\n#endif\n",
        "#define LOOP(n) \\\n  for (int i = 0; i < (n); i++) {\n#if 1\n" + C + "#endif\n",
        "const char *s = \"} kernel(\"; char c = '{';\n" + C,
    ],
)
def test_definitions_in_c_as_people_write_them(text: str) -> None:
    assert code(f"```c\n{text}```").text == text


@pytest.mark.parametrize(
    "text",
    [
        f"{IR}declare double @sqrt(double)\n",
        'define dso_local void @"kernel"(i32 %n, ptr %A) {\n  ret void\n}\n',
        f'source_filename = "x"\n@t = private constant double 1.0\ndefine internal void @h() {{\n}}\n{IR}',
        IR.replace("define void", "define noundef range(i32 0, 5) i32"),
        IR.replace("define", "  define"),
    ],
)
def test_definitions_in_ir(text: str) -> None:
    assert code(f"```\n{text}```") == Code(Form.IR, text, "")


@pytest.mark.parametrize(
    "text",
    [
        "void other(int n) {\n}\n",
        "void my_kernel(int n) {\n}\n",
        "void kernel2(int n) {\n}\n",
        "void kernel(int n);\nvoid other(void) { kernel(3); if (kernel(4)) { } }\n",
        "// void kernel(int n) {\nvoid other(void) { }\n",
        'const char *s = "kernel() {"; int main(void) { return 0; }\n',
        IR.replace("@kernel", "@kernel2"),
        IR.replace("@kernel", "@other").replace("ret void", "call void @kernel(i32 0, ptr null)"),
        "declare void @kernel()\n" + IR.replace("@kernel", "@other"),
    ],
)
def test_another_function_is_told_apart_from_no_code(text: str) -> None:
    assert reason(f"```c\n{text}```") is Reason.OTHER_FUNCTION
    assert reason(text) is Reason.OTHER_FUNCTION


@pytest.mark.parametrize(
    "reply",
    [
        "",
        "   \n\n",
        "I am sorry, I cannot make kernel(n, A) any faster.",
        "The kernel (a loop) is bound by memory; if (n > 8) it helps to tile it.",
        "```\n```",
        "```c\n```",
        "```sh\nmake run\n```",
        "```json\n[1, 2]\n```",
        '```json\n{"options": \n```',
        "[" * 100_000,
        '{"a":' * 100_000,
        '```json\n{"a": ' + "[" * 200_000 + "\n```",
        "nofree " * 5_000,
    ],
)
def test_no_code(reply: str) -> None:
    assert reason(reply) is Reason.NO_CODE


def test_a_reply_too_long_is_not_searched() -> None:
    assert reason("x" * (LONGEST_REPLY + 1)) is Reason.TOO_LONG
    assert reason("x" * LONGEST_REPLY) is Reason.NO_CODE


@pytest.mark.parametrize(
    "piece",
    [
        "kernel(",
        "a b ",
        "kernel()\n",
        "(",
        "```",
        "```\n",
        "define ",
        "define @",
        '"',
        "/*",
        "static ",
        "int ",
        "#\\\n",
        "kernel() ",
    ],
)
def test_hostile_repetition_ends(piece: str) -> None:
    # Quadratic searching would take hours here, not seconds.
    assert isinstance(parse_reply(piece * (LONGEST_REPLY // len(piece)), "kernel"), tuple | Code)


def test_nul_and_surrogates_survive_as_something_that_can_be_written() -> None:
    found = code(f"Plan \udc80.\n```c\n/* \ud800 \0 */\n{C}```")
    found.text.encode("utf-8")
    found.intent.encode("utf-8")
    assert "\0" in found.text


def test_letters_that_look_alike_are_not_the_function() -> None:
    lookalike = "k\u0435rnel"
    assert reason(f"```c\nvoid {lookalike}(int n) {{\n}}\n```") is Reason.OTHER_FUNCTION
    assert reason(f'```\ndefine void @"{lookalike}"() {{\n  ret void\n}}\n```') is Reason.OTHER_FUNCTION


@pytest.mark.parametrize(
    "words",
    ["static ", "static inline ", "inline static ", "static\n", "inline ", 'static __attribute__((target("fma"))) '],
)
def test_a_static_function_is_made_visible(words: str) -> None:
    text = f"static int twice(int x) {{ return 2 * x; }}\n{words}{C}"
    found = code(f"```c\n{text}```").text
    assert found.startswith("static int twice(int x) {")
    assert "static" not in found.split("}\n", 1)[1]
    assert "inline" not in found
    assert found.endswith(C[C.index("kernel") :])


def test_only_the_function_itself_is_made_visible() -> None:
    text = f"static void kernel_part(int n) {{}}\nstatic const int kernels = 2;\n{C}static int last(void) {{}}\n"
    assert code(f"```c\n{text}```").text == text


@pytest.mark.parametrize(
    ("before", "intent"),
    [
        ("Intent: tile by 32.", "tile by 32."),
        ("**Intent:** tile by 32.", "tile by 32."),
        ("**Intent**: tile by 32.", "tile by 32."),
        ("## Intent\n\ntile\nby 32.", "tile by 32."),
        ("intent - tile", "- tile"),
        ("", ""),
        ("Intentional change.", "Intentional change."),
    ],
)
def test_intent(before: str, intent: str) -> None:
    assert code(f"{before}\n\n```c\n{C}```\nafterwards").intent == intent


def test_a_long_intent_is_cut() -> None:
    found = code(f"{'word ' * 200}\n```c\n{C}```").intent
    assert len(found) == INTENT_LENGTH
    assert found.endswith("…")


PIECES = st.sampled_from(
    ["```", "~~~", "c\n", "\n", C, IR, RECIPE, "kernel(", ") {", "}", "\r\n", "</think>", "define @", '"', "\0"]
)


@given(st.text(max_size=300) | st.lists(PIECES | st.text(max_size=5), max_size=20).map("".join), st.text(max_size=5))
def test_never_raises(reply: str, hot: str) -> None:
    for name in (hot, "kernel"):
        found = parse_reply(reply, name)
        if isinstance(found, Code):
            found.text.encode("utf-8")
            assert len(found.intent) <= INTENT_LENGTH
        else:
            assert isinstance(found[0], Reason)


def test_a_reply_that_ends_inside_its_block_was_cut_off() -> None:
    assert parse_reply("Let me think.\n\n```c\n#include <immintrin.h>\n", "f") == (
        Reason.NO_CODE,
        "the reply ends inside a block of code: it was cut off; answer with less before the code",
    )
    told = parse_reply("```c\nint x;\n```\n", "f")
    assert isinstance(told, tuple)
    assert "holds no code" in told[1]
