// Sets each note at the line of its figure, below the note before it, and lets the text run on beside them. Without
// it a note stands at the top of its paragraph, and text waits for notes that are longer.
(() => {
  const GAP = 10;

  const place = (article) => {
    article.classList.remove("placed");
    article.style.removeProperty("--reach");
    const notes = [...article.querySelectorAll(".note")].filter((note) => note.getClientRects().length);
    notes.forEach((note) => note.style.removeProperty("--down"));
    if (!notes.length || getComputedStyle(notes[0].parentElement).float === "none") return;
    article.classList.add("placed");
    let reached = -Infinity;
    for (const note of notes) {
      const mark = document.getElementById(note.querySelector(".number").hash.slice(1));
      const lines = mark.getClientRects();
      const wanted = Math.max(lines[lines.length - 1].top - GAP, reached + GAP);
      const down = Math.max(0, wanted - note.getBoundingClientRect().top);
      note.style.setProperty("--down", `${down}px`);
      reached = note.getBoundingClientRect().bottom;
    }
    article.style.setProperty("--reach", `${reached - article.getBoundingClientRect().top + 4 * GAP}px`);
  };

  const placeAll = () => document.querySelectorAll("article").forEach(place);

  let width = 0;
  new ResizeObserver(() => {
    if (width === document.body.clientWidth) return;
    width = document.body.clientWidth;
    placeAll();
  }).observe(document.body);
  document.addEventListener("change", placeAll);
})();
