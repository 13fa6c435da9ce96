"""Runs in irloop's container: image, what a container looks like, the engine, and watching one."""
