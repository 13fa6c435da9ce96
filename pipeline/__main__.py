"""`python -m pipeline` is `irloop`."""

from pipeline.cli import main

main()
