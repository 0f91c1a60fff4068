"""The limits that nothing built on this server, framework and database can pass: two views that do next to nothing.

No middleware stands before them, and the one that writes does so without the ORM: one INSERT, committed.
"""

import os

import django
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.urls import path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yimen.settings")
django.setup()  # allauth looks here for its middleware; afterwards nobody does
settings.ROOT_URLCONF = "bench.bare"
settings.MIDDLEWARE = []
WORDS = "The street lamp at the bridge is dark. " * 8


def empty(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 – Django's own signature
    """An answer with nothing in it."""
    return HttpResponse(headers={"Content-Length": "0"})


def insert(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 – Django's own signature
    """One row, on the disk before the answer goes out."""
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO bench_row (words) VALUES (%s)", [WORDS])
    return HttpResponse(headers={"Content-Length": "0"})


urlpatterns = [path("", empty), path("insert/", insert)]
application = WSGIHandler()
