"""What proposers are called. Nothing is imported here: the command line needs the names before anything else."""

NAMES = ("auto", "search", "recorded", "command", "llm")
# Those that answer a prompt, and so in the forms that it allows, and that can be asked about an answer.
MODELS = ("command", "llm")
