"use strict";
(() => {
  const find = (id) => document.getElementById(id);
  const search = find("search"), direction = find("direction"), shown = find("shown");
  const none = find("none"), fold = find("fold"), clear = find("clear");
  if (!search) return;
  const levels = [...document.querySelectorAll("input[name=level]")];
  const links = [...document.querySelectorAll("nav li")];
  const sections = [...document.querySelectorAll("section")].map((section, at) => ({
    section, link: links[at], tally: links[at] && links[at].querySelector(".tally"),
    head: section.querySelector("h2 .tally"),
    rows: [...section.querySelectorAll("article")],
  }));
  const folds = [...document.querySelectorAll("article > details")];
  const atFirst = folds.map((one) => one.open);

  const apply = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const on = new Set(levels.filter((box) => box.checked).map((box) => box.value));
    let count = 0;
    for (const { section, link, tally, head, rows } of sections) {
      let here = 0;
      for (const row of rows) {
        const fits = on.has(row.dataset.level)
          && (!direction.value || row.dataset.direction === direction.value)
          && words.every((word) => row.dataset.words.includes(word));
        row.hidden = !fits;
        here += fits ? 1 : 0;
      }
      section.hidden = here === 0;
      if (link) link.hidden = here === 0;
      if (tally) tally.textContent = here;
      head.textContent = (here < rows.length ? `${here} of ` : "") + (rows.length === 1 ? "1 change" : `${rows.length} changes`);
      count += here;
    }
    shown.textContent = count === 1 ? "1 change" : `${count} changes`;
    none.hidden = count > 0;
  };
  const reset = () => {
    search.value = "";
    direction.value = "";
    for (const box of levels) box.checked = true;
    apply();
  };
  for (const box of levels) {
    box.disabled = false;
    box.addEventListener("change", apply);
  }
  search.addEventListener("input", apply);
  direction.addEventListener("change", apply);
  clear.addEventListener("click", () => { reset(); search.focus(); });
  fold.addEventListener("click", () => {
    const open = fold.getAttribute("aria-pressed") !== "true";
    fold.setAttribute("aria-pressed", String(open));
    fold.textContent = open ? "As at first" : "Open all";
    folds.forEach((one, at) => { one.open = open || atFirst[at]; });
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && document.activeElement !== search) {
      event.preventDefault();
      search.focus();
    } else if (event.key === "Escape" && document.activeElement === search) {
      reset();
    }
  });
  find("filters").hidden = false;
  apply();
})();
