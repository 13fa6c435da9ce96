"""Numbers that irloop promises, measured here and now: `python -m benchmarks` (or `make bench`)."""
