from __future__ import annotations
def article_date(text, blocks, stated, wanted):
    return (wanted, "argument", "day") if wanted else (None, None, None)
