from __future__ import annotations

import pytest

from pipeline.judging.discretion import about, foreign_include


@pytest.mark.parametrize(
    "text",
    [
        "#include <math.h>\n",
        "  #  include <immintrin.h> // vectors\n",
        "#include <sys/types.h>\n",
        'const char *s = "no\\n#include \\"x\\"";\n',
        '// #include "y"\n',
        '/*\n#include "y"\n*/\n',
        "#define include 3\n",
    ],
)
def test_system_headers_and_look_alikes_pass(text: str) -> None:
    assert foreign_include(text) is None


@pytest.mark.parametrize(
    "text",
    [
        '#include "/etc/passwd"\n',
        "#include </etc/passwd>\n",
        "#include <../../../etc/passwd>\n",
        '#inc\\\nlude "x"\n',
        '#inc??/\nlude "x"\n',
        '# /* hidden */ include "x"\n',
        '%:include "x"\n',
        '??=include "x"\n',
        '#define H "x"\n#include H\n',
        '#embed "x"\n',
        "#include_next <x.h>\n",
        'const char *s = "/*";\n#include "x"\nconst char *t = "*/";\n',
        '/* */#include "x"\n',
    ],
)
def test_any_other_file_is_found(text: str) -> None:
    assert foreign_include(text) is not None


def test_only_what_is_said_of_the_reply_itself_is_passed_on() -> None:
    said = (
        "In file included from candidate.c:1:\n"
        "/home/me/key.env:1:1: error: unknown type name 'secret'\n"
        "    1 | secret\n"
        "      | ^\n"
        "candidate.c:4:10: error: use of undeclared identifier 'y'\n"
        "    4 | return y;\n"
        "1 error generated."
    )
    assert about(said, "candidate.c").splitlines() == said.splitlines()[4:]
