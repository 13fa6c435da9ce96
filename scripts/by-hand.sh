#!/usr/bin/env bash
# A model for `irloop run|record --proposer command` that is somebody else: a person, a chat window, another program.
#
#   irloop record gemm --command 'scripts/by-hand.sh exchange' --provenance 'who answers'
#
# Every prompt becomes exchange/PROGRAM-NUMBER.prompt.md; the answer is whatever is put into PROGRAM-NUMBER.reply.md
# beside it (written elsewhere and moved there, so that it is whole). Waits for it as long as irloop does.
set -euo pipefail

folder=${1:?the folder for prompts and replies}
mkdir -p "$folder"
prompt=$(mktemp "$folder/.prompt.XXXXXX")
trap 'rm -f "$prompt"' EXIT
cat >"$prompt"

# The first number that is free; ln fails where another prompt has just taken it.
number=1
until ln "$prompt" "$folder/${IRLOOP_PROGRAM:-prompt}-$number.prompt.md" 2>/dev/null; do number=$((number + 1)); done
name=$folder/${IRLOOP_PROGRAM:-prompt}-$number

echo "waiting for $name.reply.md" >&2
until [ -s "$name.reply.md" ]; do sleep 0.5; done
cat "$name.reply.md"
