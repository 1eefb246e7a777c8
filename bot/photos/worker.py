"""`python -m bot.photos.worker`: reads pictures and PDFs from stdin and answers JSON on stdout, each after its length.

The length is 4 bytes, the big end first. The first answer, `{"ready": true}`, comes when the models are loaded; a picture that
cannot be read is answered `{"problem": reason}`. It ends at the end of its input, or when its parent is gone (Linux' death signal
would go off when the *thread* that started the worker ends). Neither a picture nor its text is ever written anywhere; stdout
belongs to the answers, all else goes to stderr. It gives way to the servers on a busy machine (`os.nice`).
"""
from __future__ import annotations

import json
import os
import resource
import struct
import sys
import threading
import time
from typing import IO, Any

from bot.photos.values import PhotoProblem

LENGTH = struct.Struct(">I")
PARENT_SECONDS = 2.0
MOST_MEMORY = 1536 * 1024 * 1024


def send(stream: IO[bytes], data: bytes) -> None:
    """Write one piece after its length."""
    stream.write(LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def receive(stream: IO[bytes]) -> bytes | None:
    """Read one piece; None at the end of the stream, also in the middle of a piece."""
    head = stream.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    (length,) = LENGTH.unpack(head)
    data = stream.read(length)
    return data if len(data) == length else None


def answer(data: bytes) -> dict[str, Any]:
    """The reading of a picture or a PDF as JSON, or the problem."""
    from bot.photos.pdf import read_any

    try:
        return read_any(data).to_json()
    except PhotoProblem as problem:
        return {"problem": problem.reason}
    except Exception as error:
        print(f"photo reader: {type(error).__name__}", file=sys.stderr, flush=True)
        return {"problem": "failed"}


def main() -> int:
    """Serve until the input ends."""
    out = _own_stdout()
    os.nice(5)
    limit_memory()
    threading.Thread(target=_end_with_parent, args=(os.getppid(),), daemon=True).start()
    _warm()
    send(out, json.dumps({"ready": True}).encode())
    while (data := receive(sys.stdin.buffer)) is not None:
        send(out, json.dumps(answer(data), ensure_ascii=False).encode())
        del data
    return 0


def limit_memory() -> None:
    """A file made to fill memory ends this process alone. A photo of 60 megapixels needs half of MOST_MEMORY."""
    resource.setrlimit(resource.RLIMIT_DATA, (MOST_MEMORY, MOST_MEMORY))


def _own_stdout() -> IO[bytes]:
    """A private way out; what any library prints goes to stderr."""
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return out


def _end_with_parent(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(PARENT_SECONDS)
    os._exit(0)


def _warm() -> None:
    """Load the models: a small blank picture with a word in it."""
    from PIL import Image, ImageDraw

    from bot.photos.engine import read_image

    picture = Image.new("RGB", (320, 64), "white")
    ImageDraw.Draw(picture).text((10, 16), "2026", fill="black", font_size=32)
    read_image(picture)


if __name__ == "__main__":
    sys.exit(main())
