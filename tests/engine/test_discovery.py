"""Plug-ins are found without parsing every distribution, and as importlib.metadata would find them."""

from __future__ import annotations

import sys
from importlib.metadata import entry_points
from pathlib import Path

from factlint.discovery import GROUP, plugins


def declare(folder: Path, distribution: str, text: str) -> None:
    info = folder / f"{distribution}.dist-info"
    info.mkdir(parents=True)
    (info / "entry_points.txt").write_text(text, encoding="utf-8")


def test_the_installed_plugins_are_those_that_importlib_finds() -> None:
    found = {(plugin.name, plugin.target) for plugin in plugins()}
    assert found == {(point.name, point.value) for point in entry_points(group=GROUP)}
    assert ("factlint", "factlint_rules:rules") in found


def test_only_the_section_of_the_group_counts(tmp_path: Path) -> None:
    declare(
        tmp_path,
        "house_rules-2.0",
        "[console_scripts]\nfactlint.rules = nothing:main\n\n"
        "[factlint.rules]\n# ours\nhouse = house.rules:all_rules [extra]\n\n[other]\nx = y:z\n",
    )
    (plugin,) = plugins([str(tmp_path)])
    assert (plugin.distribution, plugin.name, plugin.target) == ("house-rules", "house", "house.rules:all_rules")


def test_factlint_comes_first_and_a_distribution_met_twice_counts_once(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    declare(first, "a_rules-1.0", f"[{GROUP}]\na = a:new\n")
    declare(second, "a_rules-0.9", f"[{GROUP}]\na = a:old\n")
    declare(second, "factlint-0.1", f"[{GROUP}]\nfactlint = factlint_rules:rules\n")
    found = plugins([str(first), str(second)])
    assert [plugin.target for plugin in found] == ["factlint_rules:rules", "a:new"]


def test_a_folder_that_is_not_there_and_a_damaged_file_are_passed_over(tmp_path: Path) -> None:
    info = tmp_path / "broken-1.0.dist-info"
    info.mkdir()
    (info / "entry_points.txt").write_bytes(b"[factlint.rules]\nx = \xff\xfe:y\n")
    assert plugins([str(tmp_path), str(tmp_path / "nowhere"), *[]]) == ()


def test_finding_plugins_does_not_import_importlib_metadata() -> None:
    import subprocess

    code = "import sys, factlint.discovery as d; d.plugins(); print('importlib.metadata' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
