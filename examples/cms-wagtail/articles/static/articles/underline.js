// Fetches the sheet after every saved draft, and underlines its figures in the rich-text editor. The editor's own
// document stays untouched: the lines are highlights over its text, and one whose text has changed is left out.
(() => {
  const NAMES = ["error", "warning", "suggestion", "related", "confirmed"];

  /** The place of a UTF-16 offset in the text nodes of an element. */
  function place(element, offset) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    let before = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (offset <= before + node.length) return [node, offset - before];
      before += node.length;
    }
    return null;
  }

  function range({ block, start, end, quote }) {
    const element = block && document.querySelector(`[data-block="true"][data-offset-key^="${CSS.escape(block)}-"]`);
    if (!element || element.textContent.slice(start, end) !== quote) return null;
    const [from, to] = [place(element, start), place(element, end)];
    if (!from || !to) return null;
    const found = new Range();
    found.setStart(...from);
    found.setEnd(...to);
    return found;
  }

  function underline() {
    const data = document.getElementById("factcheck-underlines");
    if (!data || !CSS.highlights) return;
    const underlines = JSON.parse(data.textContent);
    for (const name of NAMES) {
      const ranges = underlines.filter((one) => one.name === name).map(range).filter(Boolean);
      CSS.highlights.set(`factcheck-${name}`, new Highlight(...ranges));
    }
  }

  /** The reason is asked for where there is an error that nobody has overridden. */
  function askReason(panel) {
    const opposed = panel.querySelectorAll(".factcheck__note--error:not(:has(.factcheck__reason))").length > 0;
    panel.querySelector("[data-factcheck-reason]").hidden = !opposed;
  }

  async function refresh(panel, page) {
    const answer = await fetch(panel.dataset.url.replace("/0/", `/${page}/`));
    if (!answer.ok) return;
    panel.querySelector("[data-factcheck-sheet]").innerHTML = await answer.text();
    askReason(panel);
    underline();
  }

  document.addEventListener("DOMContentLoaded", () => {
    const panel = document.querySelector("[data-factcheck]");
    if (!panel) return;
    askReason(panel);
    document.addEventListener("w-autosave:success", (event) => refresh(panel, event.detail.data.pk));
    let drawn = 0;
    const editor = panel.closest("form");
    new MutationObserver(() => {
      cancelAnimationFrame(drawn);
      drawn = requestAnimationFrame(underline);
    }).observe(editor, { childList: true, characterData: true, subtree: true });
    underline();
  });
})();
