"""AssetProperties."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.codec import Model as _Model
from .._runtime.codec import absent, kind, new
from .._runtime.unset import UNSET, Unset


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False)
class AssetProperties(_Model):
    """The properties of the asset, content may depend on the kind of asset returned"""

    _FIELDS = {
        "size": "size",
        "animationFrameCount": "animation_frame_count",
        "bitrate": "bitrate",
        "boneCount": "bone_count",
        "channels": "channels",
        "classification": "classification",
        "codecName": "codec_name",
        "description": "description",
        "dimensions": "dimensions",
        "duration": "duration",
        "faceCount": "face_count",
        "format": "format",
        "frameRate": "frame_rate",
        "hasAnimations": "has_animations",
        "hasNormals": "has_normals",
        "hasSkeleton": "has_skeleton",
        "hasUVs": "has_uvs",
        "height": "height",
        "nbFrames": "nb_frames",
        "sampleRate": "sample_rate",
        "transcription": "transcription",
        "vertexCount": "vertex_count",
        "width": "width",
    }

    size: float
    animation_frame_count: float | Unset = UNSET
    """Number of animation frames if animations exist"""
    bitrate: float | Unset = UNSET
    """Bitrate of the media in bits per second"""
    bone_count: float | Unset = UNSET
    """Number of bones if skeleton exists"""
    channels: float | Unset = UNSET
    """Number of channels of the audio"""
    classification: AudioClassification | str | Unset = UNSET
    codec_name: str | Unset = UNSET
    """Codec name of the media"""
    description: str | Unset = UNSET
    """Description of the audio"""
    dimensions: list[float] | Unset = UNSET
    """Bounding box dimensions [width, height, depth]"""
    duration: float | Unset = UNSET
    """Duration of the media in seconds"""
    face_count: float | Unset = UNSET
    """Number of faces/triangles in the mesh"""
    format: str | Unset = UNSET
    """Format of the mesh file (e.g. ‘glb’, etc.)"""
    frame_rate: float | Unset = UNSET
    """Frame rate of the video in frames per second"""
    has_animations: bool | Unset = UNSET
    """Whether the mesh has animations"""
    has_normals: bool | Unset = UNSET
    """Whether the mesh has normal vectors"""
    has_skeleton: bool | Unset = UNSET
    """Whether the mesh has bones/skeleton"""
    has_uvs: bool | Unset = UNSET
    """Whether the mesh has UV coordinates"""
    height: float | Unset = UNSET
    nb_frames: float | Unset = UNSET
    """Number of frames in the video"""
    sample_rate: float | Unset = UNSET
    """Sample rate of the media in Hz"""
    transcription: Transcription | Unset = UNSET
    vertex_count: float | Unset = UNSET
    """Number of vertices in the mesh"""
    width: float | Unset = UNSET

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; unknown fields and values survive."""
        self = new(cls)
        known = data if len(data) == 23 else self._filled(data)
        try:
            self.size = known["size"]
            self.animation_frame_count = known["animationFrameCount"]
            self.bitrate = known["bitrate"]
            self.bone_count = known["boneCount"]
            self.channels = known["channels"]
            v = known["classification"]
            self.classification = AUDIO_CLASSIFICATION_MEMBERS[v] if kind(v) is str else v
            self.codec_name = known["codecName"]
            self.description = known["description"]
            v = known["dimensions"]
            self.dimensions = v if kind(v) is list else absent(v, data, "dimensions")
            self.duration = known["duration"]
            self.face_count = known["faceCount"]
            self.format = known["format"]
            self.frame_rate = known["frameRate"]
            self.has_animations = known["hasAnimations"]
            self.has_normals = known["hasNormals"]
            self.has_skeleton = known["hasSkeleton"]
            self.has_uvs = known["hasUVs"]
            self.height = known["height"]
            self.nb_frames = known["nbFrames"]
            self.sample_rate = known["sampleRate"]
            v = known["transcription"]
            self.transcription = (
                _read_Transcription(v) if kind(v) is dict else absent(v, data, "transcription", "an object")
            )
            self.vertex_count = known["vertexCount"]
            self.width = known["width"]
        except KeyError as error:
            return cls._with_gaps(data, error)
        return self


from .audio_classification import AUDIO_CLASSIFICATION_MEMBERS, AudioClassification  # noqa: E402
from .transcription import Transcription  # noqa: E402

_read_Transcription = Transcription.from_dict
