// The blocks in order: each a list item with a button that opens its receipt, and its text. They stand in lists of fifty,
// since a browser passes over a whole list that is out of sight, however long the page is.

const A_LIST = 50;

const blocks = report.blocks.map((block, index) => ({
  ...block,
  index,
  keptNow: block.kept,
  // What --keep or --drop did holds at any threshold.
  held: block.rows.find(([reason]) => report.reasons[reason][0] === "override") ?? null,
}));

for (const block of blocks) build(block);

function build(block) {
  block.tag = element("span", { class: "tag" });
  block.shown = element("p", { class: `text ${block.kind}`, dir: "auto", id: `text-${block.index}` });
  block.shown.textContent = block.text;
  block.button = element(
    "button",
    {
      type: "button",
      class: "verdict",
      tabindex: "-1",
      "aria-expanded": "false",
      "aria-controls": "receipt",
      "aria-describedby": `text-${block.index}`,
    },
    block.tag,
    element("span", { class: "score" }, signed(block.score, 1)),
  );
  block.item = element("li", { "data-index": block.index }, block.button, block.shown);
  paint(block.item, block.category);
  mark(block);
}

const lists = [];
for (let from = 0; from < blocks.length; from += A_LIST) {
  const some = blocks.slice(from, from + A_LIST);
  const label = `Blocks ${from + 1} to ${from + some.length}`;
  const made = element("ol", { start: from + 1, "aria-label": label }, ...some.map((block) => block.item));
  lists.push({ made, some });
}

// Show the verdict as it is now.
function mark(block) {
  const { item, tag, keptNow, kept } = block;
  item.classList.toggle("kept", keptNow);
  item.classList.toggle("dropped", !keptNow);
  item.classList.toggle("changed", keptNow !== kept);
  const name = block.category >= 0 ? `: ${categoryOf(block.category).id}` : "";
  if (keptNow === kept) tag.textContent = kept ? "kept" : categoryOf(block.category).id;
  else tag.textContent = `${keptNow ? "would stay" : "would go"}${name}`;
}

function isShown(block) {
  if (!block.keptNow && chosen.hidden.has(block.category)) return false;
  if (block.keptNow && chosen.hidden.has("kept")) return false;
  if (chosen.view === "all") return true;
  if (chosen.view === "changed") return block.keptNow !== block.kept;
  return block.keptNow === (chosen.view === "kept");
}

// Hide what the reader does not want to see, and say so when nothing is left.
function showBlocks() {
  let left = 0;
  for (const { made, some } of lists) {
    let here = 0;
    for (const block of some) {
      const shown = isShown(block);
      if (block.item.hidden === shown) block.item.hidden = !shown;
      here += shown;
    }
    made.hidden = here === 0;
    made.style.setProperty("--blocks", here);
    left += here;
  }
  byId("empty").hidden = left > 0;
  byId("empty").textContent = blocks.length
    ? "No block to show: change what is shown, or the categories."
    : "There is no text in this page.";
  if (current && current.item.hidden) moveTab(blocks.find((block) => !block.item.hidden) ?? current);
}

// The one block whose button the tab key reaches; the others are a j or k away.
let current = null;

function moveTab(block) {
  if (current) current.button.tabIndex = -1;
  current = block;
  current.button.tabIndex = 0;
}

function goTo(block) {
  moveTab(block);
  block.button.focus({ preventScroll: true });
  block.item.scrollIntoView({ block: "nearest" });
  if (chosen.open && chosen.open !== block) openReceipt(block);
}

// The next shown block in a direction for which a test holds, seen from an index.
function nearest(from, step, test = () => true) {
  for (let i = from + step; i >= 0 && i < blocks.length; i += step) {
    if (!blocks[i].item.hidden && test(blocks[i])) return blocks[i];
  }
  return null;
}
