"""A file the officer chose appears whole or not at all, and a file held open by WPS is named in a sentence."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from desktop_app.errors import FileRefused


@contextmanager
def written_whole(path: Path) -> Iterator[BinaryIO]:
    """A stream that becomes ``path`` when the block ends well; on any error the old file stays as it was.

    Raises FileRefused when the folder cannot be written or the target is open in another program.
    """
    beside = path.with_name(f".{path.name}.部分")
    try:
        with beside.open("wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(path)
    except PermissionError as error:
        raise FileRefused(
            f"没能写入“{path.name}”：它可能正在 WPS 或 Excel 中打开，或者所在文件夹不允许写入。原文件没有改动。"
            f"请关闭它再试，或另存为“{path.stem}（2）{path.suffix}”。"
        ) from error
    except OSError as error:
        raise FileRefused(f"没能写入“{path.name}”：{_reason(error)}。原文件没有改动，请换一个位置再试。") from error
    finally:
        beside.unlink(missing_ok=True)


def _reason(error: OSError) -> str:
    known = {2: "文件夹不存在", 28: "磁盘已满", 30: "磁盘是只读的", 36: "文件名太长"}
    return known.get(error.errno or 0, "磁盘或网络位置暂时不可用")
