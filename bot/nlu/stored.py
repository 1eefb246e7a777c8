"""The reader inside a trained Rasa model, taken out without Rasa."""
from __future__ import annotations

import tarfile
import tempfile
from pathlib import Path

from bot.nlu import model


class NoModel(Exception):
    """No trained model in the folder, or none with a reader in it."""


def newest(folder: Path) -> Path:
    """The youngest model archive. Raises NoModel."""
    archives = sorted(folder.glob("*.tar.gz"), key=lambda path: path.stat().st_mtime)
    if not archives:
        raise NoModel(f"no model in {folder}")
    return archives[-1]


def read_model(archive: Path) -> model.Reader:
    """The reader of a model archive. Raises NoModel when the archive holds none."""
    with tarfile.open(archive) as tar, tempfile.TemporaryDirectory() as folder:
        for member in tar:
            if member.isfile() and Path(member.name).name == model.FILE:
                stream = tar.extractfile(member)
                if stream:
                    path = Path(folder) / model.FILE
                    path.write_bytes(stream.read())
                    return model.load(path)
    raise NoModel(f"no reader in {archive.name}: train again")
