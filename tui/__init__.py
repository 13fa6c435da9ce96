"""The terminal interface over the event stream of `pipeline`."""
