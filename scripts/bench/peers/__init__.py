"""The peers that ours is measured against."""

from bench.peers.libraries import LUNR, LUNR_LANGUAGES, MINISEARCH
from bench.peers.material import MATERIAL
from bench.peers.pagefind import PAGEFIND
from bench.peers.zensical import ZENSICAL

PEERS = (MINISEARCH, LUNR, LUNR_LANGUAGES, MATERIAL, PAGEFIND, ZENSICAL)
