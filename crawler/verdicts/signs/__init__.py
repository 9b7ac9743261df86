"""Signs: what an answer's headers and page speak for, one small table of signatures a kind.

Lives here: the handwriting of walls, parking, hosting, doors, missing pages. Pure. May not: decide
a verdict, or name a host for a rule's sake alone.
"""

from crawler.verdicts.signs.find import find_signs
from crawler.verdicts.signs.signature import Seen

__all__ = ["Seen", "find_signs"]
