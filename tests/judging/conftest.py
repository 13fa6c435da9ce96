"""The small programs that the judge's tests work on."""

from labs import Decide, Lab, MakeLab, decide, make_lab, matvec, prefix

__all__ = ["Decide", "Lab", "MakeLab", "decide", "make_lab", "matvec", "prefix"]
