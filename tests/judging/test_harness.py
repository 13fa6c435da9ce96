from __future__ import annotations

from pipeline.judging.harness import under_name
from pipeline.judging.wrapper import PRIVATE_NAME

MODULE = """source_filename = "dir/prog.c"
@.text = private constant [6 x i8] c"@work\\00"
define i32 @work(i32 %n) {
  %a = call i32 @work(i32 %n)
  %b = call i32 @work2(i32 %a)
  %c = call i32 @"work"(i32 %b)
  ret i32 %c
}
declare i32 @work2(i32)
!0 = !{!"@work", ptr @work, i64 3}
"""


def test_only_the_hot_function_gets_the_private_name() -> None:
    text = under_name(MODULE, "work", PRIVATE_NAME)
    assert text.count(f"@{PRIVATE_NAME}(") == 3
    assert f"ptr @{PRIVATE_NAME}, i64 3" in text
    assert "@work2(" in text
    assert 'c"@work\\00"' in text
    assert '!{!"@work", ' in text
    assert 'source_filename = "hot"' in text
