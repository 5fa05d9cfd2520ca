"""Fits the encoder on labelled sentences."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer
from torch.nn import functional as nn

from hartcity.text import Act
from hartcity.training import encoder
from hartcity.training.drafts import LabelledDraft, LabelledLine
from hartcity.training.sentences import JudgedSentence


ACTS = tuple(act.value for act in Act)
FAMILIES = (
    "identifier",
    "sensitive",
    "stigmatizing",
    "pity",
    "exaggeration",
    "demand",
    "blame",
    "informal",
    "wordy",
    "vague",
    "passive",
    "grammar",
)
SENTENCE_PIECES, CONTEXT_PIECES = 64, 40
_EPOCHS, _BATCH, _RATE, _WARM = 6, 32, 3e-4, 0.1
_WORDS_COUNT, _MARKED_COUNT = 1.5, 2.0


@dataclass(frozen=True, slots=True)
class Example:
    """A line in its context as numbers; ``judged`` is 0 for acts, and ``marked`` for lines, that nobody labelled."""

    row: list[int]
    pieces: int
    acts: Any
    families: Any
    judged: Any
    marked: float


def tokenizer() -> Tokenizer:
    """Return the base's own tokenizer."""
    cutter = Tokenizer.from_file(str(encoder.base_folder() / "tokenizer.json"))
    cutter.no_padding()
    cutter.no_truncation()
    return cutter


def examples(drafts: Sequence[LabelledDraft], sentences: Sequence[JudgedSentence] = ()) -> list[Example]:
    """Return every line of ``drafts`` in the context of the one before it, and ``sentences`` without one."""
    cutter = tokenizer()
    found = []
    for draft in drafts:
        before = ""
        for line in (draft.subject, *draft.lines):
            if line.text:
                found.append(_example(cutter, line, "" if line is draft.subject else before))
                before = line.text if line is not draft.subject else ""
    return found + [_judged(cutter, sentence) for sentence in sentences]


def _example(cutter: Tokenizer, line: LabelledLine, before: str) -> Example:
    opened, closed = (int(cutter.token_to_id(mark) or 0) for mark in ("[CLS]", "[SEP]"))
    cut = cutter.encode(line.text, add_special_tokens=False)
    own, places = cut.ids[:SENTENCE_PIECES], cut.offsets[:SENTENCE_PIECES]
    context = cutter.encode(before, add_special_tokens=False).ids[-CONTEXT_PIECES:] if before else []
    acts = np.array([float(act in line.acts) for act in ACTS], np.float32)
    families = np.zeros((len(own), len(FAMILIES)), np.float32)
    for family, start, end in line.spans:
        if family in FAMILIES:
            for at, (begin, stop) in enumerate(places):
                if begin < end and start < stop:
                    families[at, FAMILIES.index(family)] = 1
    judged = np.full(len(ACTS), float(line.in_body), np.float32)
    return Example([opened, *own, closed, *context, closed], len(own), acts, families, judged, 1.0)


def _judged(cutter: Tokenizer, sentence: JudgedSentence) -> Example:
    acts = frozenset({sentence.act.value}) if sentence.there else frozenset[str]()
    whole = _example(cutter, LabelledLine(sentence.text, True, 0, acts, ()), "")  # noqa: FBT003 - in the body
    judged = np.array([float(act == sentence.act) for act in ACTS], np.float32)
    return replace(whole, judged=judged, marked=0.0)


def fit(
    drafts: Sequence[LabelledDraft],
    sentences: Sequence[JudgedSentence] = (),
    seed: int = 0,
    tell: Callable[[str], None] = print,
) -> encoder.Weights:
    """Return the weights fitted on ``drafts`` and ``sentences``; the heads begin the same for every seed."""
    lines = examples(drafts, sentences)
    order = np.random.default_rng(seed)
    weights = encoder.fresh(len(ACTS), len(FAMILIES), 0)
    torch.manual_seed(seed)
    steps = _EPOCHS * (len(lines) // _BATCH)
    optimizer = torch.optim.AdamW(weights.values(), lr=_RATE, weight_decay=0.01, fused=True)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _rate(step, steps))
    for epoch in range(_EPOCHS):
        total = 0.0
        batches = _batches(lines, order)
        for chosen in batches:
            batch = _batch([lines[at] for at in chosen])
            acts, families = encoder.run(weights, batch, training=True)
            loss = _loss(acts, families, batch)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(weights.values(), 1.0)
            optimizer.step()
            schedule.step()
            total += loss.item()
        tell(f"pass {epoch + 1} of {_EPOCHS}: loss {total / len(batches):.3f}")
    return {name: value.detach() for name, value in weights.items()}


def _rate(step: int, steps: int) -> float:
    warm = max(1, int(steps * _WARM))
    gone = min(1.0, max(0, step - warm) / max(1, steps - warm))
    return min((step + 1) / warm, 0.05 + 0.95 * 0.5 * (1 + math.cos(math.pi * gone)))


def _batches(lines: Sequence[Example], order: np.random.Generator) -> list[list[int]]:
    """Shuffle the lines into batches of about equal length."""
    by_length = sorted(order.permutation(len(lines)).tolist(), key=lambda at: len(lines[at].row) + order.random() * 8)
    batches = [by_length[at : at + _BATCH] for at in range(0, len(by_length) - _BATCH + 1, _BATCH)]
    order.shuffle(batches)
    return batches


def _batch(lines: Sequence[Example]) -> dict[str, torch.Tensor]:
    rows, width = len(lines), -(-max(len(line.row) for line in lines) // 8) * 8
    ids, kinds = np.zeros((rows, width), np.int64), np.zeros((rows, width), np.int64)
    there, own = np.zeros((rows, width), np.float32), np.zeros((rows, width), np.float32)
    families = np.zeros((rows, width, len(FAMILIES)), np.float32)
    for at, line in enumerate(lines):
        length = len(line.row)
        ids[at, :length], there[at, :length] = line.row, 1
        kinds[at, line.pieces + 2 : length] = 1
        own[at, 1 : 1 + line.pieces] = 1
        families[at, 1 : 1 + line.pieces] = line.families
    parts = {"ids": ids, "kinds": kinds, "there": there, "own": own, "families": families}
    parts["acts"] = np.stack([line.acts for line in lines])
    parts["judged"] = np.stack([line.judged for line in lines])
    parts["marked"] = np.array([line.marked for line in lines], np.float32)
    return {name: torch.from_numpy(part) for name, part in parts.items()}


def _loss(acts: Any, families: Any, batch: dict[str, torch.Tensor]) -> Any:  # noqa: ANN401 - tensors
    judged, own, at_fault = batch["judged"], batch["own"] * batch["marked"][:, None], batch["families"]
    of_acts = nn.binary_cross_entropy_with_logits(acts, batch["acts"], reduction="none") * judged
    of_pieces = nn.binary_cross_entropy_with_logits(families, at_fault, reduction="none")
    of_words = (of_pieces * (1 + _MARKED_COUNT * at_fault)).sum(2) * own
    whole = (judged.sum(1) > 1).sum().clamp(min=1)
    return of_acts.sum() / whole + _WORDS_COUNT * of_words.sum() / own.sum().clamp(min=1)
