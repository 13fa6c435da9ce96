"""Is the candidate right, and is it faster: sandbox, boundary, comparison, meter, verdict."""
