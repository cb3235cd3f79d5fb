"""A zip of which equal content gives equal bytes: office files say nothing of when they were made."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

LONG_AGO: Final = datetime(2000, 1, 1)


class DatedZip(ZipFile):
    """A zip whose entries all carry one date."""

    def writestr(self, zinfo_or_arcname: Any, data: Any, *args: Any, **kwargs: Any) -> None:
        """Add one part."""
        info = ZipInfo(str(zinfo_or_arcname), LONG_AGO.timetuple()[:6])
        info.compress_type = ZIP_DEFLATED
        super().writestr(info, data)
