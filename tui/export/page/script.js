// Nothing here is needed to read the page: it lights up a detail's other side, and n / p walk
// the differences.
(() => {
  const notes = [...document.querySelectorAll(".notes > li")];
  const light = (target, on) => {
    const owner = target instanceof Element && target.closest("[data-d]");
    if (!owner) return;
    for (const mark of document.querySelectorAll(`[data-d="${owner.dataset.d}"]`)) {
      mark.classList.toggle("lit", on);
    }
  };
  for (const [event, on] of [["pointerover", true], ["pointerout", false],
                             ["focusin", true], ["focusout", false]]) {
    document.addEventListener(event, (e) => light(e.target, on));
  }
  document.addEventListener("keydown", (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey || (e.key !== "n" && e.key !== "p")) return;
    const shown = notes.filter((note) => note.offsetParent);
    if (!shown.length) return;
    const at = shown.findIndex((note) => `#${note.id}` === location.hash);
    const step = e.key === "n" ? 1 : -1;
    const next = shown[at < 0 && step < 0 ? shown.length - 1 : (at + step + shown.length) % shown.length];
    location.hash = next.id;
  });
})();
