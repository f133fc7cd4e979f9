"""Days, lengths and stretches of time as laws use them. No time of day, no clock, nothing guessed."""

from .conventions import (
    after_expiry,
    end_of_period_beginning_with,
    from_next_month,
    from_next_year,
    nth_day_following,
    on_day,
)
from .durations import Duration, WorkingDays
from .edtf import EdtfDate, Precision, as_day
from .periods import Period

__all__ = [
    "Duration",
    "EdtfDate",
    "Period",
    "Precision",
    "WorkingDays",
    "after_expiry",
    "as_day",
    "end_of_period_beginning_with",
    "from_next_month",
    "from_next_year",
    "nth_day_following",
    "on_day",
]
