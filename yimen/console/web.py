"""The web server: everything is read once, before its processes part, so that they share what they have in common."""

import gc

from django.urls import get_resolver
from granian.cli import entrypoint

from yimen.wsgi import application

__all__ = ["application"]

if __name__ == "__main__":
    get_resolver().url_patterns  # noqa: B018 – all pages, and what they stand on
    gc.freeze()  # what is there now is no longer looked through, so its memory stays shared
    entrypoint()
