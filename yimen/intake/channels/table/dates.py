"""Dates of an older system, which are the town's own clock time, as moments. Pure: no Django, no clock."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from yimen.intake.channels.table.wrong import Wrong
from yimen.kernel.verdict import gettext_noop

FIRST_YEAR = 1970  # no calendar here reaches further back
NO_DATE = gettext_noop("“%(value)s” is no date as the mapping says: %(formats)s")
TOO_EARLY = gettext_noop("“%(value)s” lies before the year %(year)s.")
IN_FUTURE = gettext_noop("“%(value)s” lies in the future.")
ISO = "2019-05-31 14:30:00"


class Dates:
    """Reads dates of one file. What has no zone of its own is clock time in ``zone``.

    Clock times are not all once: an hour that a change of clocks skips is read as if the change came after it (02:30
    becomes 03:30); an hour that comes twice is read as its first, or as its second if only that fits.
    """

    def __init__(self, zone: ZoneInfo, formats: tuple[str, ...], at: datetime) -> None:
        self.zone, self.formats, self.at = zone, formats, at

    def moment(self, column: str, value: str) -> datetime:
        """The moment, in UTC."""
        read = self._read(value)
        if read is None:
            raise Wrong(column, NO_DATE, value=value, formats=", ".join(self.formats) or ISO)
        if read.year <= FIRST_YEAR:
            raise Wrong(column, TOO_EARLY, value=value, year=FIRST_YEAR + 1)
        try:
            moment = (read if read.tzinfo else read.replace(tzinfo=self.zone)).astimezone(UTC)
        except OverflowError:
            raise Wrong(column, IN_FUTURE, value=value) from None
        if moment > self.at:
            raise Wrong(column, IN_FUTURE, value=value)
        return moment

    def second_time(self, value: str) -> datetime | None:
        """The same clock time when it came again, an hour later, on the day the clocks were set back."""
        read = self._read(value)
        if read is None or read.tzinfo:
            return None
        first, second = (read.replace(tzinfo=self.zone, fold=fold).astimezone(UTC) for fold in (0, 1))
        return second if timedelta() < second - first else None

    def _read(self, value: str) -> datetime | None:
        if not self.formats:
            try:
                return datetime.fromisoformat(value)
            except ValueError:
                return None
        for written in self.formats:
            try:
                return datetime.strptime(value, written)  # noqa: DTZ007 – clock time; the zone is put to it above
            except ValueError:
                continue
        return None
