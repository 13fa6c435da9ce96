"""The command `irloop`: what it is asked for on a command line, and what it says on a terminal."""

from pipeline.cli.main import cli, main

__all__ = ["cli", "main"]
