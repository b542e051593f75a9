// The receipt of a block: its rows as bars to either side of zero, and their sum beside the threshold.

const panel = byId("receipt");
let shownExactly = false;

function toggleReceipt(block) {
  if (chosen.open === block) closeReceipt();
  else openReceipt(block);
}

function openReceipt(block) {
  if (chosen.open) chosen.open.button.setAttribute("aria-expanded", "false");
  if (chosen.open) chosen.open.item.classList.remove("open");
  chosen.open = block;
  block.button.setAttribute("aria-expanded", "true");
  document.body.classList.add("reading");
  panel.hidden = false;
  tellReceipt(block);
  panel.scrollTop = 0;
  block.item.classList.add("open");
  block.item.scrollIntoView({ block: "nearest" });
}

function closeReceipt() {
  const block = chosen.open;
  if (!block) return;
  chosen.open = null;
  block.button.setAttribute("aria-expanded", "false");
  block.item.classList.remove("open");
  document.body.classList.remove("reading");
  panel.hidden = true;
  block.button.focus({ preventScroll: true });
}

function tellReceipt(block) {
  const category = categoryOf(block.category);
  const close = element("button", { type: "button", class: "quiet close", "aria-label": "Close the receipt" }, "✕");
  close.addEventListener("click", closeReceipt);
  const heading = element("h2", { id: "verdict" }, verdictOf(block, category));
  const text = element("p", { class: "excerpt", dir: "auto" });
  text.textContent = block.text;
  panel.replaceChildren(
    element("div", { class: "head" }, heading, close),
    element("p", { class: "about" }, block.category >= 0 ? `${category.id}: ${category.about || "a category of your own"}` : ""),
    text,
    element("p", { class: "where" }, `Block ${block.index + 1} of ${blocks.length}, ${block.kind}${block.place ? `, ${block.place}` : ""}`),
    chart(block),
  );
  paint(panel, block.category);
}

function verdictOf(block, category) {
  const now = block.keptNow === block.kept ? "" : "Would be ";
  const verdict = `${now}${block.keptNow ? "kept" : `dropped as ${category.id}`}`;
  return verdict[0].toUpperCase() + verdict.slice(1);
}

function chart(block) {
  const values = [...block.rows.map(([, value]) => value), block.score, chosen.threshold];
  const least = Math.min(-0.5, ...values);
  const most = Math.max(0.5, ...values);
  const across = (value) => `${(100 * (value - least)) / (most - least)}%`;
  const number = shownExactly ? exact : signed;

  const exactly = element("button", { type: "button", class: "quiet", "aria-pressed": String(shownExactly) }, "Exact numbers");
  exactly.addEventListener("click", () => {
    shownExactly = !shownExactly;
    tellReceipt(block);
    panel.querySelector("[aria-pressed]").focus();
  });
  const body = element("tbody");
  for (const [reason, value, categoryNumber, match] of block.rows) {
    const [filter, code, why] = report.reasons[reason];
    const head = element("th", { scope: "row" }, element("code", {}, code));
    if (!code.startsWith(filter)) head.append(element("span", { class: "by" }, ` by ${filter}`));
    const named = categoryNumber >= 0 && categoryNumber !== block.category ? categoryOf(categoryNumber).id : "";
    if (named && !code.startsWith(named)) head.append(element("span", { class: "by" }, ` for ${named}`));
    body.append(line(head, value, bar(value, across), number));
    if (report.matches[match] || why) body.append(note(quoted(report.matches[match], filter), " ", why));
  }
  const sum = bar(block.score, across);
  const limit = element("i", { class: "limit", title: `threshold ${plain(chosen.threshold)}` });
  limit.style.left = across(chosen.threshold);
  sum.append(limit);
  return element(
    "table",
    { class: shownExactly ? "exact" : "" },
    element("caption", {}, element("span", {}, "← content · noise →"), exactly),
    body,
    element("tfoot", {}, line(element("th", { scope: "row" }, "Sum"), block.score, sum, number), note(conclusion(block))),
  );
}

function conclusion(block) {
  const side = block.score > chosen.threshold ? "above" : "not above";
  return `${noise(block.score)}; ${side} the threshold of ${plain(chosen.threshold)}`;
}

function note(...parts) {
  return element("tr", { class: "note" }, element("td", { colspan: "3" }, ...parts));
}

// What triggered a row: words of the page, or facts when context speaks.
function quoted(text, filter) {
  if (!text) return "";
  const made = element("span", { class: filter === "context" ? "fact" : "match", dir: "auto" });
  made.textContent = text;
  return made;
}

function line(head, value, drawn, number) {
  return element(
    "tr",
    {},
    head,
    element("td", { class: "chart" }, drawn),
    element("td", { class: "number", title: exact(value), "data-value": String(value) }, number(value)),
  );
}

// One signed bar; where zero is, there is a line.
function bar(value, across) {
  const drawn = element("div", { class: "track", "aria-hidden": "true" });
  const zero = element("i", { class: "zero" });
  zero.style.left = across(0);
  const filled = element("i", { class: value > 0 ? "noise" : "content" });
  filled.style.left = across(Math.min(0, value));
  filled.style.right = `calc(100% - ${across(Math.max(0, value))})`;
  drawn.append(filled, zero);
  return drawn;
}
