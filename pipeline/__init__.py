"""irloop's core: emit, propose, judge, measure, repeat. It never imports the terminal interface."""

__version__ = "0.1.0"
