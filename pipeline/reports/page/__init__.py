"""The self-contained page of `irloop report`: `document` is the whole, the other modules are its parts."""
