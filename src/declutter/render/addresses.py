"""The addresses of links and images: whole, harmless, and without what only tracks readers."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from declutter.patterns import pattern, plain_pattern

_SCHEME = plain_pattern(r"[A-Za-z][A-Za-z0-9+.-]*:")
# Browsers take these out wherever they stand, so that ``java\nscript:`` is what it sounds like.
_IGNORED = plain_pattern("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_UNSAFE = {ord(sign): f"%{ord(sign):02X}" for sign in " \"'<>\\^`{|}"}
_LONGEST = 4000
# Parameters that tell a site where a reader came from, and that nothing else hangs on.
_TRACKING = pattern(
    r"(?i)(?:utm_\w+|fbclid|gclid|gbraid|wbraid|dclid|msclkid|yclid|twclid|ttclid|igshid|mc_cid|mc_eid|_hsenc|_hsmi"
    r"|mkt_tok|vero_id|oly_enc_id|oly_anon_id|wickedid|_openstat|cmpid|ns_campaign|ns_mchannel|at_medium|at_campaign)"
    r"(?:=.*)?"
)


@dataclass(frozen=True, slots=True)
class Addresses:
    """Makes addresses whole.

    Attributes:
        base: What they are relative to; empty when that is not known, and relative ones stay so.
    """

    base: str

    def link(self, href: str) -> str:
        """Where a link leads; empty for nowhere: to a place in the page, to a script, to what cannot be read."""
        address = self._whole(href)
        return "" if address.startswith("#") or href.strip().startswith("#") else address

    def image(self, source: str) -> str:
        """Where an image is; empty for nowhere, or when it is in the address itself."""
        address = self._whole(source)
        return "" if address.startswith(("#", "mailto:")) else address

    def _whole(self, address: str) -> str:
        address = _IGNORED.sub("", address[:_LONGEST]).strip() if len(address) <= _LONGEST else ""
        try:
            whole = urljoin(self.base, address) if address else ""
            urlsplit(whole)
        except ValueError:
            return ""
        scheme = _SCHEME.match(whole)
        if scheme and scheme[0].lower() not in ("http:", "https:", "mailto:"):
            return ""
        return _untracked(whole).translate(_UNSAFE)


def addresses(url: str | None, base: str) -> Addresses:
    """What makes the addresses of a page whole.

    Args:
        url: Where the page is from, if that is known.
        base: What it says that its addresses are relative to; empty when it does not.
    """
    try:
        whole = urljoin(url or "", base)
        known = urlsplit(whole).scheme in ("http", "https")
    except ValueError:
        return Addresses("")
    return Addresses(whole if known else "")


def _untracked(address: str) -> str:
    """An address without the parameters that only track; all others stay as they are written."""
    if "?" not in address:
        return address
    place, _, rest = address.partition("?")
    query, mark, fragment = rest.partition("#")
    kept = "&".join(parameter for parameter in query.split("&") if not _TRACKING.fullmatch(parameter))
    return place + ("?" + kept if kept else "") + mark + fragment
