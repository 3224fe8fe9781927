"""Who ours is measured beside."""

from .libraries import LUNR, LUNR_LANGUAGES, MINISEARCH
from .material import MATERIAL
from .pagefind import PAGEFIND
from .zensical import ZENSICAL

PEERS = (MINISEARCH, LUNR, LUNR_LANGUAGES, MATERIAL, PAGEFIND, ZENSICAL)
