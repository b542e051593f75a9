// The keyboard, the mouse on blocks, light and dark; then everything is put on the page.

const help = byId("help");
const page = byId("blocks");

function blockOf(target) {
  const item = target instanceof Element ? target.closest("[data-index]") : null;
  return item ? blocks[Number(item.dataset.index)] : null;
}

function move(step) {
  const from = current?.index ?? -1;
  const block = document.activeElement === current?.button ? nearest(from, step) : current;
  if (block) goTo(block);
}

function goToChange(step) {
  const block = nearest(current?.index ?? -1, step, (other) => other.keptNow !== other.kept);
  if (block) goTo(block);
}

const KEYS = {
  j: () => move(1),
  k: () => move(-1),
  n: () => goToMatch(1),
  N: () => goToMatch(-1),
  c: () => goToChange(1),
  C: () => goToChange(-1),
  t: () => slider.focus(),
  "/": () => query.focus(),
  "?": () => help.showModal(),
};
const ON_BLOCKS = {
  ArrowDown: () => move(1),
  ArrowUp: () => move(-1),
  Home: () => goToEnd(-1, 1),
  End: () => goToEnd(blocks.length, -1),
};

function goToEnd(from, step) {
  const block = nearest(from, step);
  if (block) goTo(block);
}

function escape() {
  if (chosen.open) closeReceipt();
  else if (query.value) {
    query.value = "";
    find();
  } else if (document.activeElement === query) query.blur();
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
  if (event.key === "Escape") return escape();
  if (event.target === query) return;
  const action = KEYS[event.key] ?? (blockOf(event.target) ? ON_BLOCKS[event.key] : null);
  if (!action) return;
  event.preventDefault();
  action();
});

page.addEventListener("click", (event) => {
  const block = blockOf(event.target);
  // Whoever selects text to copy it does not want to open anything.
  if (!block || (!block.button.contains(event.target) && String(getSelection()))) return;
  moveTab(block);
  toggleReceipt(block);
});
page.addEventListener("focusin", (event) => {
  const block = blockOf(event.target);
  if (block && block !== current) moveTab(block);
});
byId("help-open").addEventListener("click", () => help.showModal());
byId("help-close").addEventListener("click", () => help.close());

// What stands beside the blocks scrolls on its own, so it must end where the window does; and nothing may be scrolled to
// where the bar covers it.
const thresholdBar = document.querySelector(".bar");
const sides = [document.querySelector(".side"), panel];
const fit = onceAFrame(() => {
  const top = Math.max(page.parentElement.getBoundingClientRect().top, thresholdBar.offsetHeight);
  for (const side of sides) side.style.setProperty("--room", `${Math.round(innerHeight - top - 12)}px`);
});
addEventListener("scroll", fit, { passive: true });
addEventListener("resize", fit);
new ResizeObserver(() => {
  document.documentElement.style.setProperty("--bar", `${thresholdBar.offsetHeight}px`);
  fit();
}).observe(thresholdBar);

const THEMES = { system: "as the system", light: "light", dark: "dark" };
const MEMORY = "declutter-theme";

function setTheme(theme) {
  document.documentElement.dataset.theme = theme;
  byId("theme").textContent = `Theme: ${THEMES[theme]}`;
}

// What is remembered may be refused: files opened from a disk have no storage in some browsers.
function remembered() {
  try {
    return localStorage.getItem(MEMORY);
  } catch {
    return null;
  }
}

byId("theme").addEventListener("click", () => {
  const names = Object.keys(THEMES);
  const theme = names[(names.indexOf(document.documentElement.dataset.theme) + 1) % names.length];
  setTheme(theme);
  try {
    localStorage.setItem(MEMORY, theme);
  } catch {
    // Then it holds until the page is closed.
  }
});

setTheme(Object.hasOwn(THEMES, remembered() ?? "") ? remembered() : "system");
if (/^[a-z]{2,3}$/.test(report.language ?? "")) page.lang = report.language;
page.append(...lists.map(({ made }) => made));
if (blocks.length) moveTab(blocks[0]);
if (matchMedia("(max-width: 60rem)").matches) byId("legend").open = false;
tellFacts();
drawHistogram();
drawTicks();
drawLegend();
tellThreshold();
tellCounts();
showBlocks();
