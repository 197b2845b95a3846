"""Where the public repositories are that the verify targets compare with, and how to say that one is missing.

Each is a clone that the user made; nothing of it is committed here. An environment variable names its folder, with a
folder beside this repository's as the default. A target whose material is absent says so and succeeds: it has nothing
to compare with.
"""

from __future__ import annotations

import os
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CACHE = ROOT / "out" / "oracles"


@dataclass(frozen=True)
class Repository:
    """A public repository that somebody has to clone."""

    variable: str
    default: str
    url: str
    marker: str

    def folder(self) -> Path:
        """Its folder; ends the program, successfully, where it is not there."""
        folder = self.found()
        if folder is None:
            print(
                f"SKIPPED: this needs a clone of {self.url}.\n"
                f"  git clone --depth 1 {self.url} {ROOT.parent / 'shared' / self.default}\n"
                f"or name an existing one: {self.variable}=FOLDER make …",
                file=sys.stderr,
            )
            sys.exit(0)
        return folder

    def found(self) -> Path | None:
        """Its folder, or none where it is not there."""
        named = os.environ.get(self.variable)
        folder = Path(named) if named else ROOT.parent / "shared" / self.default
        return folder if (folder / self.marker).exists() else None


SIGMA = Repository("SIGMA_REPOSITORY", "sigma", "https://github.com/SigmaHQ/sigma", "regression_data")
RECORDINGS = Repository(
    "SECURITY_DATASETS", "Security-Datasets", "https://github.com/OTRF/Security-Datasets", "datasets/atomic/windows"
)
ECS = Repository("ECS_REPOSITORY", "ecs", "https://github.com/elastic/ecs", "generated/ecs/ecs_flat.yml")
STRATOSPHERE = Repository(
    "STRATOSPHERE_DATASETS",
    "security-datasets-for-testing",
    "https://github.com/stratosphereips/security-datasets-for-testing",
    "008-zeek-mixed/data/conn.log.labeled",
)
EXAMPLE_LANG = Repository(
    "MAL_EXAMPLE_LANG", "exampleLang", "https://github.com/mal-lang/exampleLang", "src/main/mal/exampleLang.mal"
)
CTFD = Repository("CTFD_REPOSITORY", "CTFd", "https://github.com/CTFd/CTFd", "CTFd/__init__.py")


def windows_recordings(limit: int) -> list[Path]:
    """The recordings of Windows hosts of at most `limit` bytes, unpacked, in order of name."""
    source = RECORDINGS.folder() / "datasets" / "atomic" / "windows"
    target = CACHE / "recordings"
    files = []
    for archive in sorted(source.rglob("*.zip")):
        with zipfile.ZipFile(archive) as opened:
            for member in sorted(opened.infolist(), key=lambda entry: entry.filename):
                name = Path(member.filename).name
                if not name.endswith(".json") or name.startswith("._") or member.file_size > limit:
                    continue
                # Two archives may hold files of one name.
                file = target / archive.stem / name
                if not file.exists() or file.stat().st_size != member.file_size:
                    file.parent.mkdir(parents=True, exist_ok=True)
                    file.write_bytes(opened.read(member))
                files.append(file)
    return sorted(files)
