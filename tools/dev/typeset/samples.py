"""Makes the sample reports that samples.toml names.

Usage: python3 -m typeset.samples WORLDS [NAME…]

WORLDS is the program world_issue. Writes samples/NAME.pdf, tests/truth/NAME/figures.csv and the
sample's entry in samples/manifest.json.
"""

import hashlib
import json
import pathlib
import random
import subprocess
import sys
import tomllib

from . import corpus, document, issue, layout, postprocess, spelling
from .corpus import ROOT

RECIPES = pathlib.Path(__file__).with_name("samples.toml")
MANIFEST = ROOT / "samples" / "manifest.json"


def make(recipe, seed, worlds):
    """Makes one sample; returns its entry in the manifest."""
    name, period = recipe["name"], recipe["period"]
    command = [worlds, "--seed", str(seed), "--period", period]
    command += ["--joint"] if recipe.get("joint") else []
    figures = issue.parse(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    drawn = layout.Layout(**recipe.get("switches", {}),
                          spelling=spelling.Spelling(**recipe.get("spelling", {})))
    rng = random.Random(seed)
    figures = corpus.adapted(figures, drawn, rng)
    path = ROOT / "samples" / f"{name}.pdf"
    made = document.build(figures, drawn, rng)
    corpus.producer(recipe["producer"], drawn).make(made, path, rng)
    post = recipe.get("post", "")
    if corpus.missing_characters(made, path) or post and postprocess.apply(post, path):
        raise RuntimeError(f"{name}: characters are lost")
    truth = ROOT / "tests" / "truth" / name / "figures.csv"
    truth.parent.mkdir(exist_ok=True)
    issue.write_truth(truth, figures, made.truth)
    how = f"tools/make-samples: generated world {seed}, set by {recipe['producer']}"
    return {"file": path.name, "what_for": recipe["what_for"],
            "how_made": how + (f", rewritten by {post}" if post else ""), "period": period,
            "family": figures.family, "consistent": True,
            "sha256": hashlib.sha256(path.read_bytes()).hexdigest()}


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    worlds, wanted = sys.argv[1], sys.argv[2:]
    manifest = json.loads(MANIFEST.read_text(encoding="utf-8"))
    for number, recipe in enumerate(tomllib.loads(RECIPES.read_text("utf-8"))["sample"], 1):
        if wanted and recipe["name"] not in wanted:
            continue
        entry = make(recipe, 1000 + number, worlds)
        manifest = [sample for sample in manifest if sample["file"] != entry["file"]] + [entry]
        print(f"samples/{entry['file']}")
    MANIFEST.write_text(json.dumps(manifest, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
