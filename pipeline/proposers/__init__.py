"""Who makes a claim: a model, a recorded session, a search, any command. All answer with text in one of three forms."""
