// The facts at the top, and the legend: categories by family with their counts, to be switched on and off.

const MEDIA = { html: "HTML", text: "text", markdown: "Markdown" };
const boxes = new Map();
const families = [];

function tellFacts() {
  byId("name").textContent = report.name || report.url || report.title || "Page";
  const title = report.title && report.title !== byId("name").textContent ? report.title : "";
  byId("title").textContent = title;
  byId("title").hidden = !title;
  if (report.url && report.name) addFact("Address", report.url);
  addFact("Source", MEDIA[report.media] ?? report.media);
  addFact("Language", languageName(report.language));
  addFact("Kind of page", `${report.pageType[0]} (${percent(report.pageType[1])})`);
  addFact("Confidence", percent(report.confidence));
  addFact("Blocks", "", "blocks-fact");
  addFact("Text kept", "", "text-fact");
}

function addFact(term, text, id) {
  const told = element("dd", { dir: "auto" }, text);
  if (id) told.id = id;
  byId("facts").append(element("div", {}, element("dt", {}, term), told));
}

function languageName(code) {
  if (!code) return "unknown";
  try {
    return new Intl.DisplayNames(["en"], { type: "language" }).of(code) ?? code;
  } catch {
    return code;
  }
}

const total = blocks.reduce((sum, block) => sum + block.text.length, 0);

// What is counted, at the threshold of now.
function tellCounts() {
  const counts = new Map();
  let [kept, characters] = [0, 0];
  for (const block of blocks) {
    if (block.keptNow) {
      kept += 1;
      characters += block.text.length;
    } else counts.set(block.category, (counts.get(block.category) ?? 0) + 1);
  }
  counts.set("kept", kept);
  byId("blocks-fact").textContent = `${kept.toLocaleString("en")} kept, ${(blocks.length - kept).toLocaleString("en")} dropped`;
  byId("text-fact").textContent = total ? percent(characters / total) : "–";
  for (const [key, { count, row }] of boxes) {
    const number = counts.get(key) ?? 0;
    count.textContent = number.toLocaleString("en");
    row.classList.toggle("zero", number === 0);
  }
}

function drawLegend() {
  const list = byId("categories");
  list.append(entry("kept", { id: "main text", about: "what is kept" }));
  for (const group of [...report.groups, "other"]) {
    const members = [];
    report.categories.forEach((category, number) => {
      if (category.group === group && blocks.some((block) => block.category === number)) members.push(number);
    });
    if (group === "other" && blocks.some((block) => block.category < 0)) members.push(-1);
    if (members.length) list.append(family(group, members));
  }
}

function family(group, members) {
  const whole = element("input", { type: "checkbox" });
  whole.checked = true;
  whole.addEventListener("change", () => {
    for (const key of members) hide(key, !whole.checked);
    chooseShown();
  });
  families.push([whole, members]);
  const heading = element("label", { class: "family" }, whole, element("span", {}, group));
  return element("div", { role: "group", "aria-label": group }, heading, ...members.map((key) => entry(key, categoryOf(key))));
}

function entry(key, { id, about }) {
  const box = element("input", { type: "checkbox" });
  box.checked = true;
  box.addEventListener("change", () => {
    hide(key, !box.checked);
    chooseShown();
  });
  const count = element("span", { class: "count" });
  const row = element("label", { class: "entry", title: about }, box, element("span", { class: "swatch" }), element("span", { class: "id" }, id), count);
  if (key === "kept") row.classList.add("main");
  else paint(row, key);
  boxes.set(key, { box, count, row });
  return row;
}

function hide(key, hidden) {
  if (hidden) chosen.hidden.add(key);
  else chosen.hidden.delete(key);
}

// Bring boxes and blocks in line with what is chosen.
function chooseShown() {
  for (const [key, { box }] of boxes) box.checked = !chosen.hidden.has(key);
  for (const [whole, members] of families) {
    const off = members.filter((key) => chosen.hidden.has(key)).length;
    whole.checked = off === 0;
    whole.indeterminate = off > 0 && off < members.length;
  }
  showBlocks();
  find();
}

byId("every").addEventListener("click", () => {
  chosen.hidden.clear();
  chooseShown();
});
byId("none").addEventListener("click", () => {
  for (const key of boxes.keys()) chosen.hidden.add(key);
  chooseShown();
});
byId("views").addEventListener("change", (event) => {
  chosen.view = event.target.value;
  chooseShown();
});
