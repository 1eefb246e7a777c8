"""A phone's camera: the sheet lies on its ground, seen from somewhere, in some light; then lens, sensor and JPEG."""
from __future__ import annotations

import io

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from tests.photos.grounds import Pixels
from tests.photos.pictures import Photo

Plane = NDArray[np.float32]
ORIENTATION = 0x0112


def crumple(sheet: Pixels, creases: int, rng: np.random.Generator) -> Pixels:
    """The sheet with the waves of paper that lay in a pocket, and with folds."""
    high, wide = sheet.shape[:2]
    rows, columns = np.mgrid[0:high, 0:wide].astype(np.float32)
    wave = np.sin(columns / wide * rng.uniform(3, 7) + rng.uniform(0, 6)) * high * 0.0025
    light = 1 + 0.02 * np.sin(rows / high * np.float32(rng.uniform(2, 5)) + columns / wide * 3)
    shift = wave.astype(np.float32)
    for number in range(creases):
        across, at = number % 2 == 0, rng.uniform(0.42, 0.58) if number < 2 else rng.uniform(0.2, 0.3)
        lean = rng.normal(0, 0.03)
        far = columns - wide * at + lean * rows if across else rows - high * at + lean * columns
        near = np.exp(-((far / (wide * 0.006)) ** 2))
        ridge = np.exp(-(((far - wide * 0.012) / (wide * 0.01)) ** 2))
        light += (-0.34 * near + 0.10 * ridge + 0.05 * np.tanh(far / (wide * 0.03))).astype(np.float32)
        shift += (np.tanh(far / (wide * 0.03)) * wide * 0.0015).astype(np.float32)
    bent = cv2.remap(sheet, columns, rows + shift, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(np.clip(bent * light[..., None], 0, 255), np.uint8)


def lay(scene: Pixels, sheet: Pixels, middle: tuple[float, float], photo: Photo, rng: np.random.Generator) -> Pixels:
    """Put the sheet on the scene with its middle there, tilted and seen from an angle, with a soft shadow at its edge."""
    high, wide = sheet.shape[:2]
    corners = np.array([(-wide, -high), (wide, -high), (wide, high), (-wide, high)], np.float32) / 2
    if photo.perspective:
        corners[:2] *= np.array([1 - photo.perspective * 1.2, 1 - photo.perspective * 0.6], np.float32)
        corners[1] += np.array([0, photo.perspective * high * 0.25], np.float32)
    corners += rng.normal(0, 0.004 * wide, (4, 2)).astype(np.float32)
    angle = np.deg2rad(photo.tilt)
    turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]], np.float32)
    target = (corners @ turn + np.array(middle, np.float32)).astype(np.float32)
    source = np.array([(0, 0), (wide, 0), (wide, high), (0, high)], np.float32)
    seen = cv2.getPerspectiveTransform(source, target)
    size = (scene.shape[1], scene.shape[0])
    flat = cv2.warpPerspective(sheet, seen, size, flags=cv2.INTER_AREA if wide > 2000 else cv2.INTER_LINEAR)
    mask = cv2.warpPerspective(np.full((high, wide), 255, np.uint8), seen, size)
    small = cv2.resize(mask, (size[0] // 4, size[1] // 4))
    near = cv2.GaussianBlur(np.roll(small, (size[0] // 600, size[0] // 800), (0, 1)), (0, 0), size[0] / 600)
    light = 255 - cv2.resize(near, size) * 0.45
    dark = cv2.multiply(scene, cv2.merge([light.astype(np.uint8)] * 3), scale=1 / 255)
    return np.asarray(cv2.copyTo(flat, cv2.threshold(mask, 127, 255, cv2.THRESH_BINARY)[1], dark), np.uint8)


def take(scene: Pixels, photo: Photo, rng: np.random.Generator) -> bytes:
    """Light, lens, sensor, JPEG: the file that the phone sends."""
    if photo.plain:
        return _save(scene, photo)
    lit = _lit(scene, photo, rng)
    scale = max(scene.shape[:2]) / 1600
    seen = cv2.GaussianBlur(lit, (0, 0), photo.blur * scale) if photo.blur else lit
    grain = rng.standard_normal(seen.shape[:2], dtype=np.float32) * photo.noise
    color = rng.standard_normal((seen.shape[0] // 4, seen.shape[1] // 4, 3), dtype=np.float32) * photo.noise * 0.6
    noisy = cv2.add(cv2.add(seen, cv2.resize(color, seen.shape[1::-1])), cv2.merge([grain] * 3))
    pixels = np.clip(noisy, 0, 255).astype(np.uint8)
    return _save(np.rot90(pixels, photo.turn // 90), photo)


def _lit(scene: Pixels, photo: Photo, rng: np.random.Generator) -> Plane:
    """The scene in its light: brighter at one side, a tint of the lamp, shadow of the hand that holds the phone, darkness."""
    parts = 1 if photo.screen else 8  # light is smooth: it is worked out on fewer points
    high, wide = scene.shape[0] // parts, scene.shape[1] // parts
    down, across = np.linspace(-1, 1, high, dtype=np.float32), np.linspace(-1, 1, wide, dtype=np.float32)
    rows, columns = np.meshgrid(down, across, indexing="ij")
    angle = rng.uniform(0, 2 * np.pi)
    light = 0.93 + 0.09 * (np.cos(angle) * columns + np.sin(angle) * rows) - 0.05 * (columns**2 + rows**2)
    if photo.shadow:
        slope, side = rng.uniform(-0.9, 0.9), rng.choice([-1.0, 1.0])
        light *= 1 - photo.shadow / (1 + np.exp(-(side * (columns + slope * rows) + rng.uniform(-0.1, 0.25)) * 22))
    if photo.screen:
        light *= 1 + 0.035 * np.sin(columns * wide / 5.3 + rows * high / 47)
    tint = np.array([1.0, 0.985, 0.95] if photo.ground != "wall" else [0.97, 0.99, 1.0], np.float32)
    whole = cv2.resize((light * (1 - photo.dark)).astype(np.float32), scene.shape[1::-1])
    return np.asarray(cv2.multiply(scene, cv2.merge([whole * share for share in tint]), dtype=cv2.CV_32F), np.float32)


def _save(pixels: Pixels, photo: Photo) -> bytes:
    out = io.BytesIO()
    exif = Image.Exif()
    if photo.exif == 6:
        pixels = np.rot90(pixels)
        exif[ORIENTATION] = 6
    Image.fromarray(np.ascontiguousarray(pixels)).save(out, "JPEG", quality=photo.quality, exif=exif)
    return out.getvalue()
