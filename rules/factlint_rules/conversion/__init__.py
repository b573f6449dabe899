"""Rules about units and currencies given side by side."""
