"""What each bundled kernel must compute, from its mathematical definition and without its loops."""

from __future__ import annotations

from collections.abc import Callable

import references_discrete
import references_linear
import references_solvers
import references_stencils
from kernel_programs import Array

REFERENCES: dict[str, Callable[..., dict[str, Array]]] = {
    **references_linear.REFERENCES,
    **references_solvers.REFERENCES,
    **references_stencils.REFERENCES,
    **references_discrete.REFERENCES,
}
