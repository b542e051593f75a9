"use strict";
// The page as data, and what all parts of the script use. Text of the page reaches the document by textContent alone.

const report = JSON.parse(byId("data").textContent);

// What the reader has chosen.
const chosen = { threshold: report.threshold, view: "all", hidden: new Set(), open: null };

const OTHER = report.groups.length;
const NAMELESS = { id: "no category", group: "other", about: "nothing that spoke against these blocks names a category" };

function byId(id) {
  return document.getElementById(id);
}

function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "class") made.className = value;
    else made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}

function categoryOf(number) {
  return report.categories[number] ?? NAMELESS;
}

// Families have a hue each; members of a family lie a little to either side of it.
const HUES = [25, 295, 250, 340, 85, 165, 50, 10, 215, 130];
const hues = report.categories.map((category) => {
  const kin = report.categories.filter((other) => other.group === category.group);
  const group = report.groups.indexOf(category.group);
  const place = kin.indexOf(category) - (kin.length - 1) / 2;
  return HUES[group < 0 ? OTHER : group] + 4 * place;
});

function paint(made, number) {
  made.classList.toggle("hued", number >= 0);
  if (number >= 0) made.style.setProperty("--hue", hues[number]);
}

function signed(value, digits = 2) {
  const size = Math.abs(value);
  const shown = size >= 1000 ? size.toPrecision(3) : size.toFixed(digits);
  return `${Number(shown) === 0 ? "" : value < 0 ? "−" : "+"}${shown}`;
}

// Every digit of the number, none of them rounded.
function exact(value) {
  return `${value < 0 ? "−" : value > 0 ? "+" : ""}${Math.abs(value)}`;
}

function plain(value) {
  return String(Math.round(value * 100) / 100).replace("-", "−");
}

function percent(share) {
  return `${Math.round(100 * share)} %`;
}

// How probable noise is, which never is quite certain.
function noise(logOdds) {
  const share = 1 / (1 + Math.exp(-logOdds));
  if (share > 0.99) return "over 99 % noise";
  return share < 0.01 ? "under 1 % noise" : `${percent(share)} noise`;
}

function counted(number, one, many = `${one}s`) {
  return `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
}

// Work that many events ask for is done once a frame.
function onceAFrame(work) {
  let asked = false;
  return () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      work();
    });
  };
}
