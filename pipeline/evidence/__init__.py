"""What ran hot and why: perf, machine facts, profile prose and the prompt."""
