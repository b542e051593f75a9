// The slider: where the threshold lies among the scores, and what another one would change.

const slider = byId("threshold");
const LEAST = Math.min(-5, Math.floor(report.threshold) - 1);
const MOST = Math.max(5, Math.ceil(report.threshold) + 1);
const BINS = 100;

const byScore = blocks.filter((block) => !block.held).sort((a, b) => a.score - b.score);
const heldBlocks = blocks.filter((block) => block.held);
const changed = new Set();
let reached = report.threshold;

slider.min = LEAST;
slider.max = MOST;
slider.value = report.threshold;

function place(score) {
  return Math.min(1, Math.max(0, (score - LEAST) / (MOST - LEAST)));
}

// The first block in the order of scores that lies above a threshold.
function firstAbove(threshold) {
  let low = 0;
  let high = byScore.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (byScore[middle].score <= threshold) low = middle + 1;
    else high = middle;
  }
  return low;
}

// Only blocks between the last threshold and the new one can change, so a move costs what it changes.
function apply(threshold) {
  const [from, to] = [firstAbove(reached), firstAbove(threshold)];
  const between = byScore.slice(Math.min(from, to), Math.max(from, to));
  for (const block of between) block.keptNow = to > from;
  // At the threshold that was asked for, verdicts are what the result says.
  if (threshold === report.threshold) for (const block of between) block.keptNow = block.kept;
  for (const block of between) {
    mark(block);
    if (block.keptNow === block.kept) changed.delete(block);
    else changed.add(block);
  }
  reached = threshold;
}

function moveThreshold(threshold) {
  chosen.threshold = threshold;
  apply(threshold);
  tellThreshold();
  if (chosen.view !== "all" || chosen.hidden.size) chooseShown();
  tellCounts();
  if (chosen.open) tellReceipt(chosen.open);
}

function tellThreshold() {
  const threshold = chosen.threshold;
  const [stay, go] = [[], []];
  for (const block of changed) (block.keptNow ? stay : go).push(block);
  const focus = Object.entries(report.focus).find(([, value]) => value === threshold);
  const name = focus ? ` · ${focus[0]}` : "";
  byId("value").textContent = `${plain(threshold)}${name} · ${noise(threshold)}`;
  slider.setAttribute("aria-valuetext", `${plain(threshold)}${focus ? `, ${focus[0]}` : ""}`);
  byId("changes").replaceChildren(element("span", {}, tellChanges(stay, go)), tellHeld());
  byId("changes").classList.toggle("some", changed.size > 0);
  byId("reset").hidden = threshold === report.threshold;
  byId("histogram").style.setProperty("--at", `${100 * place(threshold)}%`);
  for (const tick of byId("ticks").children) {
    tick.setAttribute("aria-pressed", String(Number(tick.dataset.value) === threshold));
  }
}

function tellChanges(stay, go) {
  const parts = [];
  if (go.length) parts.push(`${counted(go.length, "more block")} would go (${size(go)})`);
  if (stay.length) parts.push(`${counted(stay.length, "more block")} would stay (${size(stay)})`);
  if (parts.length) return `${parts.join(", ")}.`;
  return chosen.threshold === report.threshold ? "As the page was cleaned." : "Nothing would change.";
}

function tellHeld() {
  return heldBlocks.length ? ` ${counted(heldBlocks.length, "block")} held by keep or drop.` : "";
}

function size(some) {
  return counted(some.reduce((sum, block) => sum + block.text.length, 0), "character");
}

// How many blocks have which score; the root of the number, so that a single block can be seen beside hundreds.
function drawHistogram() {
  const heights = new Array(BINS).fill(0);
  for (const block of byScore) heights[Math.min(BINS - 1, Math.floor(place(block.score) * BINS))] += 1;
  const most = Math.sqrt(Math.max(1, ...heights));
  const bars = heights.map((height, i) => {
    const tall = (38 * Math.sqrt(height)) / most;
    return height ? `M${i} 40V${40 - Math.max(3, tall)}h.85V40z` : "";
  });
  for (const path of byId("histogram").children) path.setAttribute("d", bars.join(""));
  for (const block of heldBlocks) {
    const tick = element("span", { class: "held", title: "held by keep or drop; the score is what it has without that" });
    tick.style.left = `${100 * place(block.score - block.held[1])}%`;
    byId("held").append(tick);
  }
}

function drawTicks() {
  for (const [name, value] of Object.entries(report.focus)) {
    const tick = element("button", { type: "button", title: `focus ${name}: drop above ${plain(value)}` }, name);
    tick.dataset.value = value;
    tick.style.left = `${100 * place(value)}%`;
    tick.addEventListener("click", () => slideTo(value));
    byId("ticks").append(tick);
  }
}

function slideTo(threshold) {
  slider.value = threshold;
  moveThreshold(threshold);
}

slider.addEventListener("input", onceAFrame(() => {
  const value = Number(slider.value);
  // The steps are counted from the left end: a threshold of its own between two steps is still reached.
  const near = [report.threshold, ...Object.values(report.focus)].find((own) => Math.abs(own - value) < 0.025);
  moveThreshold(near ?? value);
}));
byId("reset").addEventListener("click", () => {
  slideTo(report.threshold);
  slider.focus();
});
