"""RapidOCR with the models of its package (no network): a picture to a `Reading`, whichever way up it was taken."""
from __future__ import annotations

import math
import os
import time
from functools import cache
from typing import TYPE_CHECKING, Any

from bot.photos.lines import Box, angle_of, arrange, turn
from bot.photos.marks import find_marks
from bot.photos.pictures import open_picture
from bot.photos.values import Marks, Reading

if TYPE_CHECKING:
    import numpy as np
    from PIL import Image

THREADS = min(2, os.cpu_count() or 1)
#: the longer side on which text is looked for; it is read at the picture's full size
FIND_SIDE = 960
#: a picture whose longer side is shorter than this is enlarged twofold
SMALL = 640
#: a box that the reader is less sure of is no text
LEAST_SURE = 0.5
#: below this mean sureness the picture is read the other way up too
POOR = 0.8
#: how many boxes are asked which way up they are
ASKED = 12
LEAST_SIDE = 24


def read_picture(data: bytes) -> Reading:
    """Read the bytes of a photo, in this process. Raises PhotoProblem "unreadable" or "too_large"."""
    return read_image(open_picture(data))


def read_image(image: Image.Image) -> Reading:
    """Read an RGB picture (see `open_picture`): its lines in order and its red marks."""
    import numpy as np

    begun = time.perf_counter()
    if min(image.size) < LEAST_SIDE:
        return Reading()
    marks: Marks = find_marks(image)
    if max(image.size) < SMALL:
        image = image.resize((image.width * 2, image.height * 2))
    points = np.ascontiguousarray(np.asarray(image.convert("RGB"))[:, :, ::-1])
    boxes, points = _read_upright(points)
    lines, papers = arrange(boxes, lambda *edges: _other_than_paper(points, angle_of(boxes), *edges))
    return Reading(lines, papers, marks, round(time.perf_counter() - begun, 2))


@cache
def _ocr() -> Any:
    """The engine, made at the first picture. Models are named by path, so that nothing is looked for elsewhere."""
    import rapidocr

    models = os.path.join(os.path.dirname(rapidocr.__file__), "models")
    return rapidocr.RapidOCR(params={
        "Global.log_level": "error",
        "Global.max_side_len": 1280,
        "EngineConfig.onnxruntime.intra_op_num_threads": THREADS,
        "EngineConfig.onnxruntime.inter_op_num_threads": 1,
        "EngineConfig.onnxruntime.enable_cpu_mem_arena": False,
        "Det.model_path": os.path.join(models, "PP-OCRv6_det_small.onnx"),
        "Det.limit_type": "max",
        "Det.limit_side_len": FIND_SIDE,
        "Cls.model_path": os.path.join(models, "ch_ppocr_mobile_v2.0_cls_mobile.onnx"),
        "Rec.model_path": os.path.join(models, "PP-OCRv6_rec_small.onnx"),
        "Rec.rec_batch_num": 1,
    })


def _find(points: np.ndarray[Any, Any]) -> list[np.ndarray[Any, Any]]:
    """The corners (4 by 2) of the boxes that hold text."""
    found = _ocr()(points, use_det=True, use_cls=False, use_rec=False).boxes
    return [] if found is None else list(found)


def _read_upright(points: np.ndarray[Any, Any]) -> tuple[list[Box], np.ndarray[Any, Any]]:
    """The boxes of the picture and the picture, both turned until the text stands upright."""
    import numpy as np

    corners = _find(points)
    if sum(_is_tall(box) for box in corners) * 2 > len(corners):
        points = np.ascontiguousarray(np.rot90(points))
        corners = _find(points)
    if not corners:
        return [], points
    over = _turned_over(points, corners)
    first, second = _way(points, corners, over > 0.5), _way(points, corners, over <= 0.5)
    read = _read(*first)
    if not read or 0.3 < over < 0.7 or _quality(read) < POOR * sum(len(box.text) for box in read):
        other = _read(*second)
        if _quality(other) > _quality(read):
            return other, second[0]
    return read, first[0]


def _is_tall(box: np.ndarray[Any, Any]) -> bool:
    return math.dist(box[0], box[3]) > 1.5 * math.dist(box[0], box[1])


def _turned_over(points: np.ndarray[Any, Any], corners: list[np.ndarray[Any, Any]]) -> float:
    """Which share of the widest boxes stands on its head."""
    widest = sorted(corners, key=lambda box: -math.dist(box[0], box[1]))[:ASKED]
    _, answer = _ocr().cls_and_rotate(_cut(points, widest))
    return float(sum(label == "180" for label, _ in answer.cls_res) / len(widest))


def _way(points: np.ndarray[Any, Any], corners: list[np.ndarray[Any, Any]], over: bool) -> tuple[Any, Any]:
    """The picture and its boxes as they are, or turned over by 180°."""
    import numpy as np

    if not over:
        return points, corners
    far = np.array([points.shape[1], points.shape[0]], dtype=np.float32)
    return np.ascontiguousarray(points[::-1, ::-1]), [(far - box)[[2, 3, 0, 1]] for box in corners]


def _cut(points: np.ndarray[Any, Any], corners: list[np.ndarray[Any, Any]]) -> list[np.ndarray[Any, Any]]:
    from rapidocr.utils.process_img import get_rotate_crop_image

    return [get_rotate_crop_image(points, box.astype("float32").copy()) for box in corners]


def _read(points: np.ndarray[Any, Any], corners: list[np.ndarray[Any, Any]]) -> list[Box]:
    """What the boxes say, those alone that the reader is sure enough of."""
    answer = _ocr().recognize_txt(_cut(points, corners))
    return [Box(tuple((float(x), float(y)) for x, y in box), text, float(sure))  # type: ignore[arg-type]
            for box, text, sure in zip(corners, answer.txts, answer.scores, strict=True) if text.strip() and sure >= LEAST_SURE]


def _quality(boxes: list[Box]) -> float:
    """Sureness times characters: the better way up has more of it."""
    return sum(box.sure * len(box.text) for box in boxes)


def _other_than_paper(points: np.ndarray[Any, Any], angle: float, left: float, right: float, top: float, bottom: float) -> bool:
    """Whether the strip between two texts holds another colour (a table), wider than a printed line: 1 % of the picture."""
    import numpy as np

    across, down = np.linspace(left, right, 60), np.linspace(top, bottom, 40)
    xs, ys = np.meshgrid(across, down)
    px, py = turn((xs, ys), angle)  # type: ignore[arg-type]
    px = np.clip(px, 0, points.shape[1] - 1).astype(int)
    py = np.clip(py, 0, points.shape[0] - 1).astype(int)
    columns = np.median(points[py, px].astype(float), axis=0)
    paper = np.median(columns[[1, 2, 3, -4, -3, -2]], axis=0)
    other = np.abs(columns - paper).max(axis=1) > 30
    return bool(other.mean() > max(0.1, 0.01 * points.shape[1] / max(right - left, 1)))
