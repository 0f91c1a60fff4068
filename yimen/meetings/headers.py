"""What a browser may use on a page of a call, for that page alone; everywhere else the town's pages forbid it."""

HEADERS = {
    "Permissions-Policy": (
        "camera=(self), microphone=(self), display-capture=(self), geolocation=(), payment=(), usb=(),"
        " browsing-topics=(), interest-cohort=()"
    )
}
