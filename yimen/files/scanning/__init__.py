"""The virus scanner, where the town runs one (clamd): what it has not seen does not come in."""

import logging
from io import BytesIO

from clamav_client.clamd import ClamdError
from clamav_client.scanner import ClamdScanner
from django.conf import settings

from yimen.files import rules

log = logging.getLogger(__name__)
PATIENCE = 60.0  # seconds for one file


def scan(name: str, content: bytes) -> None:
    """Refused if something was found; refused for now if the scanner does not answer. Nothing where there is none."""
    if not settings.YIMEN_CLAMD:
        return
    try:
        client = ClamdScanner({"backend": "clamd", "address": settings.YIMEN_CLAMD, "timeout": PATIENCE}).client
        state, _found = client.instream(BytesIO(content)).get("stream", ("", None))
    except (ClamdError, OSError, ValueError) as error:
        log.warning("The virus scanner does not answer: %s", type(error).__name__)
        raise rules.refuse(rules.SCANNER_AWAY, name) from error
    if state == "FOUND":
        raise rules.refuse(rules.VIRUS, name)
    if state != "OK":
        log.warning("The virus scanner could not look into a file: is its StreamMaxLength at least 10 MB?")
        raise rules.refuse(rules.SCANNER_AWAY, name)
