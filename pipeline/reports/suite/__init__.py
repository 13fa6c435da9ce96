"""The results of a suite of kernels as a paper needs them: `parts` are its numbers, `write` makes its files."""
