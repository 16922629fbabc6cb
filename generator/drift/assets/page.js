"use strict";
(() => {
  const search = document.getElementById("search");
  const direction = document.getElementById("direction");
  const shown = document.getElementById("shown");
  const none = document.getElementById("none");
  const levels = [...document.querySelectorAll("input[name=level]")];
  const sections = [...document.querySelectorAll("section")];
  const apply = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const on = new Set(levels.filter((box) => box.checked).map((box) => box.value));
    let count = 0;
    for (const section of sections) {
      let any = false;
      for (const row of section.querySelectorAll("article")) {
        const fits = on.has(row.dataset.level)
          && (!direction.value || row.dataset.direction === direction.value)
          && words.every((word) => row.dataset.words.includes(word));
        row.hidden = !fits;
        any = any || fits;
        count += fits ? 1 : 0;
      }
      section.hidden = !any;
    }
    shown.textContent = count === 1 ? "1 change" : `${count} changes`;
    if (none) none.hidden = count > 0;
  };
  for (const box of levels) box.addEventListener("change", apply);
  search.addEventListener("input", apply);
  direction.addEventListener("change", apply);
  document.getElementById("tools").hidden = false;
  apply();
})();
