"""What pip builds the package with (PEP 517): CMake's component "python", packed as a wheel.

A backend of our own because it needs nothing but Python, so that `pip install .` works without a network;
others would have to be installed first, and what builds with CMake is not in Debian 12. It makes wheels
alone. The same sources and compiler give the same bytes.
"""

from __future__ import annotations

import base64
import hashlib
import os
import re
import subprocess
import sys
import sysconfig
import tempfile
import time
import tomllib
import zipfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
Config = dict[str, Any] | None


def build_wheel(wheel_directory: str, config_settings: Config = None, metadata_directory: str | None = None) -> str:
    """Writes the wheel, tagged for the Python that runs this. Returns its name."""
    project = _project()
    with tempfile.TemporaryDirectory() as folder:
        _install(Path(folder))
        paths = sorted(path for path in Path(folder).rglob("*") if path.is_file())
        files = [(path.relative_to(folder).as_posix(), path.read_bytes()) for path in paths]
    name = f"{project['name']}-{project['version']}"
    info = f"{name}.dist-info"
    files += [
        (f"{info}/METADATA", _metadata(project).encode()),
        (f"{info}/WHEEL", f"Wheel-Version: 1.0\nGenerator: {project['name']}\nRoot-Is-Purelib: false\nTag: {_tag()}\n".encode()),
        (f"{info}/entry_points.txt", _entry_points(project).encode()),
        (f"{info}/LICENSE", (ROOT / "LICENSE").read_bytes()),
    ]
    record = "".join(f"{path},sha256={_digest(content)},{len(content)}\n" for path, content in files)
    files.append((f"{info}/RECORD", f"{record}{info}/RECORD,,\n".encode()))
    wheel = f"{name}-{_tag()}.whl"
    with zipfile.ZipFile(Path(wheel_directory) / wheel, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in files:
            entry = zipfile.ZipInfo(path, _date())
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = (0o100755 if path.endswith(".so") else 0o100644) << 16
            archive.writestr(entry, content)
    return wheel


def _install(folder: Path) -> None:
    """Builds the package and puts it into the folder."""
    preset = os.environ.get("TRADEREPORT_PRESET", "python")  # tools/test has built another one anyway
    build = ROOT / "build" / preset
    for command in (
        ["cmake", "--preset", preset, f"-DPython_EXECUTABLE={_interpreter()}"],
        ["cmake", "--build", str(build), "--target", "tradereport_python"],
        ["cmake", "--install", str(build), "--component", "python", "--strip", "--prefix", str(folder)],
    ):
        status = subprocess.run(command, cwd=ROOT, stdout=sys.stderr).returncode
        if status != 0:
            raise SystemExit(f"{' '.join(command)} has failed; `tools/setup python` installs what it needs")


def _interpreter() -> str:
    """The Python that this one is, outside of its virtual environment: that does not go away."""
    return str(getattr(sys, "_base_executable", None) or sys.executable)


def _project() -> dict[str, Any]:
    project: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    version = re.search(r"^project\(\w+ VERSION ([0-9.]+)", (ROOT / "CMakeLists.txt").read_text("utf-8"), re.M)
    assert version is not None
    return {**project, "version": version[1]}


def _tag() -> str:
    python = f"cp{sys.version_info.major}{sys.version_info.minor}"
    platform = str(sysconfig.get_platform())
    return f"{python}-{python}-{re.sub('[-.]', '_', platform)}"


def _metadata(project: dict[str, Any]) -> str:
    lines = [
        "Metadata-Version: 2.1",
        f"Name: {project['name']}",
        f"Version: {project['version']}",
        f"Summary: {project['description']}",
        f"License: {project['license']['text']}",
        f"Requires-Python: {project['requires-python']}",
    ]
    for extra, requirements in project["optional-dependencies"].items():
        lines.append(f"Provides-Extra: {extra}")
        lines += [f'Requires-Dist: {requirement}; extra == "{extra}"' for requirement in requirements]
    lines.append("Description-Content-Type: text/markdown")
    readme: str = (ROOT / project["readme"]).read_text("utf-8")
    return "\n".join(lines) + "\n\n" + readme


def _entry_points(project: dict[str, Any]) -> str:
    scripts = "".join(f"{name} = {target}\n" for name, target in project["scripts"].items())
    return f"[console_scripts]\n{scripts}"


def _digest(content: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(content).digest()).decode().rstrip("=")


def _date() -> tuple[int, int, int, int, int, int]:
    """Of all files: SOURCE_DATE_EPOCH, or the first that a ZIP archive knows."""
    moment = time.gmtime(max(int(os.environ.get("SOURCE_DATE_EPOCH", "0")), 315532800))
    return moment[:6]
