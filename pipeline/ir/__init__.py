"""LLVM IR as text: functions, opcode counts, digests, split and splice, the static gate."""
