// Brings the page to life: the line to type in, what was said before a reload, messages that come by themselves.
"use strict";

const EVERY = 20000;
const MOST_SEEN = 50;  // ids in one address

composer.addEventListener("submit", (event) => {
  event.preventDefault();
  submit();
});

function submit() {
  const message = text.value.trim();
  if (!message) return;
  text.value = "";
  fit();
  say(message);
}

function fit() {
  text.style.height = "auto";
  text.style.height = `${text.scrollHeight + 3}px`;
}

text.addEventListener("input", fit);
text.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
  event.preventDefault();
  submit();
});

photo.addEventListener("change", () => {
  sendFiles(Array.from(photo.files));
  photo.value = "";
});

let height = window.innerHeight;
window.addEventListener("resize", () => {
  if (window.innerHeight < height) scrollToEnd();  // the phone's keyboard came up
  height = window.innerHeight;
});

// ---- messages that come by themselves

// The server gives a message again until it hears that it was shown here; what was shown is not shown again.
let seen = [];
let polling = false;

async function poll() {
  if (document.hidden || sending || polling) return;
  polling = true;
  try {
    while (await fetchMessages()) { /* something new came: say at once that it was seen */ }
  } catch (_) { /* the next round tries again */ }
  polling = false;
}

async function fetchMessages() {
  const told = seen.slice(0, MOST_SEEN);
  const answer = await fetch(`/chat/poll?seen=${told.join(",")}`, { credentials: "same-origin" });
  if (!answer.ok) return false;
  const items = await answer.json();
  seen = seen.filter((id) => told.indexOf(id) < 0);
  const fresh = items.filter((item) => !wasShown(item.id));
  fresh.forEach((item) => {
    showDeskAnswer(item);
    if (item.payload && item.payload.buttons && !log.querySelector(".choices")) showChoices(item.payload.buttons);
    remember({ desk: { id: item.id, text: item.text, payload: item.payload } });
  });
  items.forEach((item) => { if (seen.indexOf(item.id) < 0) seen.push(item.id); });
  return fresh.length > 0;
}

function wasShown(id) {
  return memory.said.some((entry) => entry.desk && entry.desk.id === id);
}

document.addEventListener("visibilitychange", poll);
setInterval(poll, EVERY);

// ---- the beginning, or what stood here before

function begin() {
  const pending = memory.pending;
  const old = Date.now() - memory.at > FRESH;
  memory.pending = [];
  memory.said.forEach((entry) => {
    if (entry.mine) { spendChoices(); showMine(entry.mine); }
    if (entry.replies) showReplies(entry.replies);
    if (entry.desk) showDeskAnswer(entry.desk);
  });
  pending.forEach((body) => { spendChoices(); post(body); });
  if (!pending.length && (!memory.said.length || old)) say(words.hello, "");
  sendNext();
}

begin();
