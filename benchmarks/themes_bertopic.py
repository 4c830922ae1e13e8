"""BERTopic's side of `benchmarks.themes`, for a Python that has it: prints each reply's topic.

    PYTHON themes_bertopic.py FILE MODEL SMALLEST

Imports nothing of ours. Ends with 3 where BERTopic or its model is missing.
"""

import json
import os
import sys
from collections import defaultdict
from pathlib import Path

NOT_INSTALLED = 3
FEWEST = 5
"""Texts in a group below which UMAP cannot work: all of them are left out then."""

os.environ["HF_HUB_OFFLINE"] = "1"  # a model that is not here is missing, not fetched


def main(file: str, model: str, smallest: int) -> None:
    try:
        from bertopic import BERTopic
        from sentence_transformers import SentenceTransformer
        from umap import UMAP

        encoder = SentenceTransformer(model, device="cpu")
    except (ImportError, OSError):
        sys.exit(NOT_INSTALLED)
    lines = [json.loads(line) for line in Path(file).read_text(encoding="utf-8").splitlines()]
    groups = defaultdict(list)
    for at, line in enumerate(lines):
        groups[line.get("group")].append(at)
    vectors = encoder.encode([line["text"] for line in lines], show_progress_bar=False)
    themes = [-1] * len(lines)
    for number, places in enumerate(groups.values()):
        if len(places) < FEWEST:
            continue
        near = min(15, len(places) - 1)
        reduced = UMAP(n_neighbors=near, n_components=min(5, len(places) - 2), min_dist=0.0,
                       metric="cosine", random_state=1, init="random")  # fmt: skip
        topics = BERTopic(
            min_topic_size=smallest, umap_model=reduced, calculate_probabilities=False
        )
        found, _ = topics.fit_transform([lines[at]["text"] for at in places], vectors[places])
        for at, topic in zip(places, found, strict=True):
            themes[at] = -1 if topic == -1 else number * 10_000 + int(topic)
    for theme in themes:
        print(json.dumps({"theme": theme}))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
