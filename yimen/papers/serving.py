"""How a paper is handed out: headers, no HTTP."""


def headers_of(name: str) -> dict[str, str]:
    """To keep or to print, under this name in ASCII; never run, and kept by no cache on the way."""
    return {
        "Content-Type": "application/pdf",
        "Content-Disposition": f'attachment; filename="{name}.pdf"',
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-store",
    }
