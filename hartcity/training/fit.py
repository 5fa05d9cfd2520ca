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
SENTENCE_PIECES = 120
_EPOCHS, _BATCH, _RATE, _WARM = 6, 48, 3e-4, 0.1
_WORDS_COUNT, _MARKED_COUNT, _JUDGED_COUNTS = 1.5, 2.0, 2.0
_SEED = 0


@dataclass(frozen=True, slots=True)
class Example:
    """A line as numbers; ``judged`` says how much each act counts: like ``marked``, 0 where nobody labelled it.

    ``follows``: the line before it in its draft, which is the example before it, says what it is about.
    """

    row: list[int]
    acts: Any
    families: Any
    judged: Any
    marked: float
    follows: bool


def tokenizer() -> Tokenizer:
    """Return the base's own tokenizer."""
    cutter = Tokenizer.from_file(str(encoder.base_folder() / "tokenizer.json"))
    cutter.no_padding()
    cutter.no_truncation()
    return cutter


def examples(drafts: Sequence[LabelledDraft], sentences: Sequence[JudgedSentence] = ()) -> list[list[Example]]:
    """Return the lines of each draft in their order, its subject line first, and each of ``sentences`` by itself."""
    cutter = tokenizer()
    found = []
    for draft in drafts:
        lines = [line for line in draft.lines if line.text]
        told = [_example(cutter, line, follows=at > 0) for at, line in enumerate(lines)]
        found.append(([_example(cutter, draft.subject)] if draft.subject.text else []) + told)
    return found + [[_judged(cutter, sentence)] for sentence in sentences]


def _example(cutter: Tokenizer, line: LabelledLine, *, follows: bool = False) -> Example:
    opened, closed = (int(cutter.token_to_id(mark) or 0) for mark in ("[CLS]", "[SEP]"))
    cut = cutter.encode(line.text, add_special_tokens=False)
    own, places = cut.ids[:SENTENCE_PIECES], cut.offsets[:SENTENCE_PIECES]
    acts = np.array([float(act in line.acts) for act in ACTS], np.float32)
    families = np.zeros((len(own), len(FAMILIES)), np.float32)
    for family, start, end in line.spans:
        if family in FAMILIES:
            for at, (begin, stop) in enumerate(places):
                if begin < end and start < stop:
                    families[at, FAMILIES.index(family)] = 1
    judged = np.full(len(ACTS), float(line.in_body), np.float32)
    return Example([opened, *own, closed], acts, families, judged, 1.0, follows)


def _judged(cutter: Tokenizer, sentence: JudgedSentence) -> Example:
    acts = frozenset({sentence.act.value}) if sentence.there else frozenset[str]()
    whole = _example(cutter, LabelledLine(sentence.text, True, 0, acts, ()))  # noqa: FBT003 - in the body
    judged = np.array([_JUDGED_COUNTS * (act == sentence.act) for act in ACTS], np.float32)
    return replace(whole, judged=judged, marked=0.0)


def fit(
    drafts: Sequence[LabelledDraft],
    sentences: Sequence[JudgedSentence] = (),
    tell: Callable[[str], None] = print,
) -> encoder.Weights:
    """Return the weights fitted on ``drafts`` and ``sentences``: the same ones at every call."""
    groups = examples(drafts, sentences)
    order = np.random.default_rng(_SEED)
    weights = encoder.fresh(len(ACTS), len(FAMILIES), _SEED)
    torch.manual_seed(_SEED)
    steps = _EPOCHS * math.ceil(sum(map(len, groups)) / _BATCH)
    optimizer = torch.optim.AdamW(weights.values(), lr=_RATE, weight_decay=0.01, fused=True)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _rate(step, steps))
    for epoch in range(_EPOCHS):
        total = 0.0
        batches = _batches(groups, order)
        for batch in batches:
            loss = _loss(weights, batch)
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


def _batches(groups: Sequence[Sequence[Example]], order: np.random.Generator) -> list[list[Example]]:
    """Shuffle whole drafts into batches of about equal size."""
    batches: list[list[Example]] = [[]]
    for at in order.permutation(len(groups)).tolist():
        if len(batches[-1]) >= _BATCH:
            batches.append([])
        batches[-1].extend(groups[at])
    return batches


def _loss(weights: encoder.Weights, batch: Sequence[Example]) -> Any:  # noqa: ANN401 - a tensor
    packed = encoder.pack([line.row for line in batch])
    pieces, summary = encoder.read(weights, packed, training=True)
    nothing = torch.zeros(1, encoder.SUMMARY)
    before = torch.cat([nothing, summary])[[at if line.follows else 0 for at, line in enumerate(batch)]]
    acts, beside = encoder.judge(weights, summary, before, training=True)
    judged = torch.from_numpy(np.stack([line.judged for line in batch]))
    wanted = torch.from_numpy(np.stack([line.acts for line in batch]))
    of_acts = nn.binary_cross_entropy_with_logits(acts, wanted, reduction="none") * judged
    places = [place for start, end in packed.lines for place in range(start + 1, end - 1)]
    line_of = [at for at, (start, end) in enumerate(packed.lines) for _ in range(start + 1, end - 1)]
    own = torch.tensor([batch[at].marked for at in line_of])
    at_fault = torch.from_numpy(np.concatenate([line.families for line in batch]))
    logits = encoder.faults(weights, pieces[places]) + beside[line_of]
    of_pieces = nn.binary_cross_entropy_with_logits(logits, at_fault, reduction="none")
    of_words = (of_pieces * (1 + _MARKED_COUNT * at_fault)).sum(1) * own
    whole = (judged.sum(1) > _JUDGED_COUNTS).sum().clamp(min=1)
    return of_acts.sum() / whole + _WORDS_COUNT * of_words.sum() / own.sum().clamp(min=1)
