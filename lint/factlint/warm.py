"""Imported by the process that workers are forked from: loads once what a first article makes every process load."""

from __future__ import annotations

from factlint.config import Config
from factlint.desk import Desk

Desk(Config()).edit(
    "Sales\n\nOf 31.1 million cars sold in 2024, 15 million were NEVs, or 48.2%, up from 40.9%.", "warm.txt"
)
