"""What the wheel holds besides the code: the built front end, the compiled translations, the packs and the guides."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface  # type: ignore[import-not-found]


class BuildHook(BuildHookInterface):  # type: ignore[misc]
    """Runs before hatchling collects the files."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build what git does not keep. An editable install finds the packs in the working tree."""
        root = Path(self.root)
        ours = {**os.environ, "PYTHON": sys.executable}
        subprocess.run(["sh", str(root / "bin" / "assets")], check=True, env=ours)
        # As a script, because importing the package would read the settings.
        subprocess.run([sys.executable, str(root / "yimen" / "kernel" / "catalogues.py")], check=True)
        build_data["artifacts"] += ["yimen/public/static/yimen/**", "yimen/papers/fonts/**", "yimen/locale/**/*.mo"]
        if version != "editable" and (root / "packs").is_dir():
            build_data["force_include"][str(root / "packs")] = "yimen/packs"
            for part in ("guide", "pictures"):
                build_data["force_include"][str(root / "docs" / part)] = f"yimen/docs/{part}"
