"""Files and folders that are complete or not there: written beside their place, moved there at the end."""

from __future__ import annotations

import os
from typing import BinaryIO, Self

from factlint.problem import SettingsError


class WholeFile:
    """A file that takes its place only once it is complete; an error before that leaves what was there.

    A device or a pipe is written as it stands. Of a file that was there the permissions stay.
    """

    def __init__(self, path: str) -> None:
        self._path = path
        self._place = os.path.realpath(path)
        self._special = os.path.exists(self._place) and not os.path.isfile(self._place)
        self._draft = self._place if self._special else f"{self._place}.{os.getpid()}.part"
        self._out: BinaryIO | None = None

    def __enter__(self) -> BinaryIO:
        try:
            if os.path.isdir(self._place):
                raise IsADirectoryError(None, "is a folder")
            self._out = open(self._draft, "wb")
        except OSError as error:
            raise unwritable(self._path, error) from None
        return self._out

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        assert self._out is not None
        try:
            self._out.close()
            if kind is None and not self._special:
                if os.path.exists(self._place):
                    os.chmod(self._draft, os.stat(self._place).st_mode & 0o7777)
                os.replace(self._draft, self._place)
        except OSError as error:
            raise unwritable(self._path, error) from None
        finally:
            if not self._special and os.path.exists(self._draft):
                os.unlink(self._draft)


class WholeFolder:
    """A folder whose new files appear together at the end; files of other names in it stay as they are."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._drafts = os.path.join(path, f".{os.getpid()}.part")
        self._names: list[str] = []

    def __enter__(self) -> Self:
        try:
            os.makedirs(self._drafts)
        except OSError as error:
            raise unwritable(self._path, error) from None
        return self

    def write(self, name: str, data: bytes) -> None:
        """Keep one file for the end. Raises SettingsError when it cannot be written."""
        try:
            with open(os.path.join(self._drafts, name), "wb") as out:
                out.write(data)
        except OSError as error:
            raise unwritable(os.path.join(self._path, name), error) from None
        self._names.append(name)

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        try:
            if kind is None:
                for name in self._names:
                    os.replace(os.path.join(self._drafts, name), os.path.join(self._path, name))
        except OSError as error:
            raise unwritable(self._path, error) from None
        finally:
            self._clear()

    def _clear(self) -> None:
        for name in os.listdir(self._drafts):
            os.unlink(os.path.join(self._drafts, name))
        os.rmdir(self._drafts)
        if not os.listdir(self._path):
            os.rmdir(self._path)


def unwritable(path: str, error: OSError) -> SettingsError:
    """What is told of a file that cannot be written."""
    return SettingsError(f"{path}: cannot be written: {error.strerror}.")
