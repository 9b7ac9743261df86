"""The command as a process of its own, with the miniature web's names; says what it cost.

`python -m tests.hostile.crawling COST crawl LIST ...` writes its peak memory in bytes into COST.
"""

from __future__ import annotations

import resource
import sys
from pathlib import Path

from crawler.cli import run
from crawler.demo.names import played

UNIT = 1 if sys.platform == "darwin" else 1024


def main(cost: str, *arguments: str) -> int:
    """Run the command and note the most memory it ever had."""
    with played():
        code = run(list(arguments))
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * UNIT
    Path(cost).write_text(str(most))
    return code


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
