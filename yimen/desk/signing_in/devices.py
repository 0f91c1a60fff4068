"""What kind of browser somebody signed in with: a word or two, enough to know one's own again, and no more."""

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

KINDS = {"phone": _("Telephone"), "tablet": _("Tablet"), "computer": _("Computer")}
#: Each names itself, and the later ones also those before them; so the first that is found counts.
BROWSERS = ("MicroMessenger", "Edg", "OPR", "Firefox", "Chrome", "Safari")
_SHOWN = {"MicroMessenger": "WeChat", "Edg": "Edge", "OPR": "Opera"}


def device_of(agent: str) -> str:
    """Kind and browser, "phone/Firefox", from what it says of itself."""
    kind = "tablet" if "iPad" in agent or "Tablet" in agent else "phone" if "Mobi" in agent else "computer"
    browser = next((name for name in BROWSERS if f"{name}/" in agent), "")
    return f"{kind}/{_SHOWN.get(browser, browser)}"


def in_words(device: str) -> str:
    """The same for the reader."""
    kind, _slash, browser = device.partition("/")
    return " · ".join(part for part in (gettext(KINDS.get(kind, KINDS["computer"])), browser) if part)
