"""The pictures. `catalogue` names them all; every other module but `canvas`, which they share, draws one kind."""
