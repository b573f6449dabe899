// Moves each note down to the line of its figure, where the text leaves room. Without it a note stands at the top of
// its paragraph.
(() => {
  const notes = [...document.querySelectorAll(".note")];
  const align = () => {
    notes.forEach((note) => note.style.removeProperty("--down"));
    for (const note of notes) {
      const mark = document.getElementById(note.querySelector(".number").hash.slice(1));
      if (!mark || getComputedStyle(note.parentElement).float === "none") continue;
      const lines = mark.getClientRects();
      const down = lines[lines.length - 1].top - note.getBoundingClientRect().top - 6;
      if (down > 0) note.style.setProperty("--down", `${down}px`);
    }
  };
  let width = 0;
  new ResizeObserver(() => {
    if (width === document.body.clientWidth) return;
    width = document.body.clientWidth;
    align();
  }).observe(document.body);
  document.addEventListener("change", align);
})();
