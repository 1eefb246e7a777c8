// The page's parts, its words, and what every other file here needs. Plain scripts, no syntax newer than 2019.
"use strict";

const log = document.getElementById("log");
const text = document.getElementById("text");
const photo = document.getElementById("photo");
const composer = document.getElementById("composer");
const more = document.getElementById("more");

const words = {};
document.getElementById("words").content.querySelectorAll("[data-word]").forEach((word) => {
  words[word.dataset.word] = word.textContent;
});

function element(tag, className, content) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (content !== undefined) made.textContent = content;
  return made;
}

function button(className, content, onClick) {
  const made = element("button", className, content);
  made.type = "button";
  made.addEventListener("click", onClick);
  return made;
}

function row(child, mine) {
  const made = element("div", mine ? "row me" : "row");
  made.appendChild(child);
  log.appendChild(made);
  return made;
}

// ---- text with its hotlines as links to call, and its headings in bold; never as HTML

const HOTLINE = new RegExp(`(^|[^0-9.,-])(${words.hotlines.split(" ").join("|")})(?![0-9.,-]?[0-9]|[${words.not_a_phone}])`);
const HEADING = /^【[^】]+】/;

function write(target, said) {
  said.split("\n").forEach((line) => {
    const shown = target.appendChild(element("span", "line"));
    const heading = HEADING.exec(line);
    if (heading) shown.appendChild(element("b", "", heading[0]));
    writeLine(shown, heading ? line.slice(heading[0].length) : line);
  });
  return target;
}

function writeLine(target, line) {
  let rest = line;
  for (let found = HOTLINE.exec(rest); found; found = HOTLINE.exec(rest)) {
    const start = found.index + found[1].length;
    target.appendChild(document.createTextNode(rest.slice(0, start)));
    const call = element("a", "call", found[2]);
    call.href = `tel:${found[2]}`;
    target.appendChild(call);
    rest = rest.slice(start + found[2].length);
  }
  if (rest) target.appendChild(document.createTextNode(rest));
}

// ---- what is in view: an answer that fits stands at the end; a longer one is read from its beginning

function scrollToTurn(first) {
  if (!first) return;
  const before = first.previousElementSibling;
  const context = before ? Math.min(before.offsetHeight + 12, 96) : 0;
  log.scrollTop = first.offsetTop - context - 6;
  showMore();
}

function scrollToEnd() {
  log.scrollTop = log.scrollHeight;
  showMore();
}

function showMore() {
  more.hidden = log.scrollHeight - log.scrollTop - log.clientHeight < 40;
}

log.addEventListener("scroll", showMore);
more.addEventListener("click", () => {
  log.scrollTop += log.clientHeight - 70;
  showMore();
});

// ---- what survives a reload of this tab: phones throw a page away while the camera is open

const MEMORY = "mingxin";
const MOST = 120;
const FRESH = 50 * 60 * 1000;
let memory = readMemory();

function readMemory() {
  try {
    const kept = JSON.parse(sessionStorage.getItem(MEMORY));
    if (kept && Array.isArray(kept.said) && Array.isArray(kept.pending)) return kept;
  } catch (_) { /* no storage: nothing survives */ }
  return { said: [], pending: [], at: 0 };
}

function saveMemory() {
  memory.said = memory.said.slice(-MOST);
  memory.at = Date.now();
  try { sessionStorage.setItem(MEMORY, JSON.stringify(memory)); } catch (_) { /* full or forbidden */ }
}

function remember(entry) {
  memory.said.push(entry);
  saveMemory();
}

function forget() {
  memory = { said: [], pending: [], at: 0 };
  try { sessionStorage.removeItem(MEMORY); } catch (_) { /* nothing was kept */ }
}
