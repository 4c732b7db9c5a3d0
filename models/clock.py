"""The only module that asks what time it is; every rule is handed a Clock."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Protocol

import msgspec

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo


class Moment(msgspec.Struct, frozen=True):
    """A point in time as people say it: wall time and the name of the zone it was read in.

    An offset alone would lose daylight saving, so the IANA name is kept and the offset is derived.
    """

    wall: datetime
    zone: str = "UTC"

    @property
    def aware(self) -> datetime:
        """The moment with its zone attached; an unknown zone name counts as UTC."""
        return self.wall.replace(tzinfo=zone_named(self.zone))

    @property
    def day(self) -> date:
        """The calendar day on the wall where it happened."""
        return self.wall.date()


def zone_named(name: str) -> ZoneInfo:
    """The zone of that IANA name, or UTC where the name is unknown."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # noqa: PLC0415 - only the first moment needs it

    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo("UTC")


def moment_at(milliseconds: int, zone: str) -> Moment:
    """What the clocks of that zone showed so many milliseconds after the beginning of 1970 in UTC, to the second."""
    return Moment(datetime.fromtimestamp(milliseconds // 1000, zone_named(zone)).replace(tzinfo=None), zone)


def is_zone(name: str) -> bool:
    """Whether `name` is an IANA zone that this computer can compute with."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # noqa: PLC0415

    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


class Clock(Protocol):
    """What rules are handed instead of asking the computer."""

    def now(self) -> Moment:
        """The present wall time and the zone of the user."""
        ...

    def today(self) -> date:
        """The user's calendar day."""
        ...

    def milliseconds(self) -> int:
        """Milliseconds since 1970 in UTC; may jump when the computer's clock is set."""
        ...


class SystemClock:
    """The computer's clock, in the computer's zone (read once)."""

    def __init__(self) -> None:
        self._zone = ""

    def now(self) -> Moment:
        """The present, to the second."""
        if not self._zone:
            import tzlocal  # noqa: PLC0415 - only the first question needs it

            self._zone = tzlocal.get_localzone_name() or "UTC"
        here = datetime.now(zone_named(self._zone)).replace(tzinfo=None, microsecond=0)
        return Moment(here, self._zone)

    def today(self) -> date:
        """The day on the wall."""
        return self.now().day

    def milliseconds(self) -> int:
        """Milliseconds since the epoch."""
        return int(datetime.now(UTC).timestamp() * 1000)


class FixedClock:
    """A clock that stands still: for the tour, for `plan`-like verbs and for tests."""

    def __init__(self, wall: datetime, zone: str = "America/New_York") -> None:
        self._moment = Moment(wall, zone)

    def now(self) -> Moment:
        """Always the same moment."""
        return self._moment

    def today(self) -> date:
        """Always the same day."""
        return self._moment.day

    def milliseconds(self) -> int:
        """The same moment as milliseconds since the epoch."""
        return int(self._moment.aware.timestamp() * 1000)
