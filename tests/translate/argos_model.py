"""A real model in Argos Translate's format, small enough to be made by hand: word for word.

The Transformer's weights are set so that the decoder, at each place, looks at the same place of the
source and gives the word that its vocabulary has under the same number.
"""

from __future__ import annotations

import io
import json
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import numpy as np

PLACES = 260
"""More than the engine ever tries for a hypothesis: 256."""
SHARP = 40.0
"""How much more a place counts than all the others."""


def write_word_model(
    path: Path, words: Mapping[str, str], source: str, target: str, *, prefix: str = ""
) -> Path:
    """Write a model that translates these words and keeps their order.

    ``prefix`` is the piece that a translation is to begin with, as models of several languages ask
    for; it takes the first word's place.
    """
    from ctranslate2.specs.transformer_spec import TransformerSpec

    spec = TransformerSpec.from_config((1, 1), 1)
    special = ["<unk>", "<s>", "</s>"]
    spec.register_source_vocabulary([*special, *(f"▁{word}" for word in words)])
    spec.register_target_vocabulary([*special, *(f"▁{word}" for word in words.values())])
    spec.config.add_source_eos = True
    _set_weights(spec, len(special) + len(words))
    spec.validate()
    folder = f"translate-{source}_{target}-1_0"
    told = {"from_code": source, "to_code": target, "target_prefix": prefix}
    with tempfile.TemporaryDirectory() as made, ZipFile(path, "w") as archive:
        spec.save(made)
        for file in Path(made).iterdir():
            archive.write(file, f"{folder}/model/{file.name}")
        archive.writestr(f"{folder}/metadata.json", json.dumps(told))
        archive.writestr(f"{folder}/sentencepiece.model", word_pieces(words))
    return path


def word_pieces(words: Mapping[str, str]) -> bytes:
    """A SentencePiece model that has each of these words, of both languages, as one piece."""
    from sentencepiece import SentencePieceTrainer

    known = {*words, *words.values()}
    written = io.BytesIO()
    SentencePieceTrainer.train(
        sentence_iterator=iter([*known, " ".join(known)]),
        model_writer=written,
        model_type="word",
        vocab_size=len(known) + 3,
        hard_vocab_limit=False,
        normalization_rule_name="identity",
        minloglevel=2,
    )
    return written.getvalue()


def _set_weights(spec: Any, words: int) -> None:
    size = words + PLACES
    places = np.zeros((PLACES, size), np.float32)
    places[:, words:] = np.eye(PLACES)
    tokens = np.zeros((words, size), np.float32)
    tokens[:, :words] = np.eye(words)
    keeps_place = np.diag([0.0] * words + [1.0] * PLACES).astype(np.float32)
    keeps_token = np.diag([1.0] * words + [0.0] * PLACES).astype(np.float32)
    nothing = np.zeros((size, size), np.float32)

    encoder, decoder = spec.encoder, spec.decoder
    encoder.embeddings[0].weight, decoder.embeddings.weight = tokens, np.zeros_like(tokens)
    for side in (encoder, decoder):
        side.position_encodings.encodings = places
        side.scale_embeddings = False
        _normal(side.layer_norm, size)
        for block in (side.layer[0].self_attention, side.layer[0].ffn):
            _normal(block.layer_norm, size)
        _linear(side.layer[0].self_attention.linear[0], np.zeros((3 * size, size), np.float32))
        _linear(side.layer[0].self_attention.linear[1], nothing)
        _linear(side.layer[0].ffn.linear_0, nothing)
        _linear(side.layer[0].ffn.linear_1, nothing)
    attention = decoder.layer[0].attention
    _normal(attention.layer_norm, size)
    _linear(attention.linear[0], SHARP * keeps_place)
    _linear(attention.linear[1], np.concatenate([keeps_place, keeps_token]))
    _linear(attention.linear[2], SHARP * np.eye(size, dtype=np.float32))
    _linear(decoder.projection, SHARP * tokens)


def _linear(layer: Any, weight: Any) -> None:
    layer.weight, layer.bias = weight, np.zeros(len(weight), np.float32)


def _normal(layer: Any, size: int) -> None:
    layer.gamma, layer.beta = np.ones(size, np.float32), np.zeros(size, np.float32)
