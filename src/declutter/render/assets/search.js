// Search in the blocks that are shown.

const query = byId("query");
// Ranges are cheap, but not for every letter of a long page.
const MOST_RANGES = 2000;
let matching = [];
let at = -1;

// What was typed, taken literally; any blanks match any others.
function expression() {
  const words = query.value.trim();
  if (!words) return null;
  return new RegExp(words.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&").replace(/\s+/g, "\\s+"), "gi");
}

function find() {
  const wanted = expression();
  for (const block of matching) block.item.classList.remove("hit", "here");
  matching = [];
  at = -1;
  const ranges = [];
  let unseen = 0;
  for (const block of wanted ? blocks : []) {
    wanted.lastIndex = 0;
    if (!wanted.test(block.text)) continue;
    if (block.item.hidden) {
      unseen += 1;
      continue;
    }
    matching.push(block);
    block.item.classList.add("hit");
    wanted.lastIndex = 0;
    for (const hit of block.text.matchAll(wanted)) {
      if (ranges.length >= MOST_RANGES) break;
      const range = new Range();
      range.setStart(block.shown.firstChild, hit.index);
      range.setEnd(block.shown.firstChild, hit.index + hit[0].length);
      ranges.push(range);
    }
  }
  if (globalThis.CSS?.highlights) CSS.highlights.set("found", new Highlight(...ranges));
  tellFound(unseen);
}

function tellFound(unseen = 0) {
  const some = matching.length > 0;
  byId("previous").disabled = byId("next").disabled = !some;
  const hidden = unseen ? ` (${unseen.toLocaleString("en")} hidden)` : "";
  const count = at < 0 ? counted(matching.length, "block") : `${at + 1} of ${matching.length.toLocaleString("en")}`;
  byId("found").textContent = query.value.trim() ? `${some ? count : "nothing"}${hidden}` : "";
}

// Go to the next match in a direction, round the end; the first time to the nearest one below what is in view.
function goToMatch(step) {
  if (!matching.length) return;
  if (at >= 0) matching[at].item.classList.remove("here");
  at = at < 0 ? (step > 0 ? 0 : matching.length - 1) : (at + step + matching.length) % matching.length;
  const block = matching[at];
  block.item.classList.add("here");
  moveTab(block);
  block.item.scrollIntoView({ block: "center" });
  if (chosen.open && chosen.open !== block) openReceipt(block);
  tellFound();
}

query.addEventListener("input", onceAFrame(find));
query.addEventListener("keydown", (event) => {
  if (event.key === "Enter") {
    event.preventDefault();
    goToMatch(event.shiftKey ? -1 : 1);
  }
});
byId("previous").addEventListener("click", () => goToMatch(-1));
byId("next").addEventListener("click", () => goToMatch(1));
