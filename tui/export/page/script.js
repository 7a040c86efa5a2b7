// Nothing here is needed to read the page: it lights up a detail's other side, and n / p walk
// the differences, unless that is switched off (WCAG 2.1.4, for those who dictate).
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
  const walk = document.getElementById("walk");
  if (!walk) return;
  walk.closest("label").hidden = false;
  document.addEventListener("keydown", (e) => {
    if (!walk.checked || e.ctrlKey || e.metaKey || e.altKey || !["n", "p"].includes(e.key)) return;
    const shown = notes.filter((note) => note.offsetParent);
    if (!shown.length) return;
    const at = shown.findIndex((note) => `#${note.id}` === location.hash);
    const step = e.key === "n" ? 1 : -1;
    const next = shown[at < 0 && step < 0 ? shown.length - 1 : (at + step + shown.length) % shown.length];
    location.hash = next.id;
  });
})();
