"""The web server, which reads everything once before its processes part: that saves some forty megabytes."""

from granian.cli import entrypoint

from yimen.wsgi import application

__all__ = ["application"]

if __name__ == "__main__":
    from yimen.console.sharing import read_what_all_need  # Django has been set up by the import above

    read_what_all_need()
    entrypoint()  # type: ignore[no-untyped-call]
