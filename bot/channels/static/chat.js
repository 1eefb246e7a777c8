// Brings the page to life: the line to type in, what was said before a reload, messages that come by themselves.
"use strict";

const EVERY = 20000;

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

async function poll() {
  if (document.hidden || sending) return;
  try {
    const answer = await fetch("/chat/poll", { credentials: "same-origin" });
    if (!answer.ok) return;
    (await answer.json()).forEach((item) => {
      showDeskAnswer(item);
      remember({ desk: { text: item.text, payload: item.payload } });
    });
  } catch (_) { /* the next round tries again */ }
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
