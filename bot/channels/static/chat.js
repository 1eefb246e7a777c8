// The chat page. Every message has an id of its own, so that a second sending of it never acts twice.
"use strict";

const log = document.getElementById("log");
const text = document.getElementById("text");
const photo = document.getElementById("photo");
const words = Object.fromEntries(
  [...document.getElementById("words").content.querySelectorAll("[data-word]")].map((w) => [w.dataset.word, w.textContent]));

function element(tag, className, content) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (content !== undefined) made.textContent = content;
  return made;
}

function add(child, me = false) {
  const row = element("div", me ? "row me" : "row");
  row.append(child);
  log.append(row);
  scroll();
  return row;
}

function scroll() { log.scrollTop = log.scrollHeight; }

function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return [...bytes].map((b) => b.toString(16).padStart(2, "0")).join("");
}

// ---- what the bot says

function show(replies) {
  document.querySelectorAll(".choices button:not(:disabled)").forEach((b) => { b.disabled = true; });
  let papers = {};
  for (const reply of replies) {
    if (reply.text) add(element("div", "bubble", reply.text));
    if (reply.buttons) showChoices(reply.buttons);
    if (reply.custom) papers = showCustom(reply.custom, papers);
  }
  if (!replies.some((r) => r.custom && r.custom.kind === "question")) hideProgress();
  scroll();
}

function showChoices(buttons) {
  const box = element("div", "choices");
  for (const { title, payload } of buttons) {
    const button = element("button", "", title);
    button.type = "button";
    button.addEventListener("click", () => { button.classList.add("taken"); say(payload, title); });
    box.append(button);
  }
  log.append(box);
}

function showCustom(custom, papers) {
  if (custom.kind === "question") showProgress(custom.step, custom.of);
  if (custom.kind === "laws") showLaws(custom.articles);
  if (custom.kind === "receipt") showReceipt(custom.receipt);
  if (custom.kind === "document") {
    const card = papers[custom.document] || (papers[custom.document] = newPaper(custom.title));
    const link = element("a", "", words[custom.format] || custom.format);
    link.href = custom.url;
    link.download = "";
    card.append(link);
  }
  if (custom.kind === "erased") log.replaceChildren();
  return papers;
}

function newPaper(title) {
  const card = element("div", "paper");
  card.append(element("strong", "", title));
  const links = element("div", "links");
  card.append(links);
  add(card);
  return links;
}

function showReceipt(number) {
  const card = element("div", "receipt");
  card.append(element("strong", "", words.receipt), element("span", "number", number));
  const copy = element("button", "", words.copy);
  copy.type = "button";
  copy.addEventListener("click", async () => {
    await navigator.clipboard.writeText(number);
    copy.textContent = words.copied;
  });
  if (navigator.clipboard) card.append(copy);
  add(card);
}

function showLaws(articles) {
  if (!articles || !articles.length) return;
  const box = element("details", "laws");
  box.append(element("summary", "", words.laws));
  const list = element("ul");
  articles.forEach((article) => list.append(element("li", "", article)));
  box.append(list);
  log.append(box);
}

function showProgress(step, of) {
  document.getElementById("progress").hidden = false;
  document.getElementById("progress-text").textContent = words.progress.replace("{step}", step).replace("{of}", of);
  const bar = document.getElementById("progress-bar");
  bar.max = of;
  bar.value = step - 1;
}

function hideProgress() { document.getElementById("progress").hidden = true; }

// ---- what the worker sends, one after the other

let queue = Promise.resolve();

function say(message, shown = message, attachments = []) {
  if (shown) add(element("div", "bubble", shown), true);
  const body = { message, message_id: newId(), attachments };
  queue = queue.then(() => deliver(body));
}

async function deliver(body) {
  const waiting = add(element("div", "bubble waiting", words.waiting));
  try {
    const answer = await fetch("/chat/send", {
      method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body), credentials: "same-origin",
    });
    const replies = await answer.json();
    waiting.remove();
    show(answer.ok ? replies : [{ text: replies.error }]);
  } catch (_) {
    waiting.remove();
    offerRetry(body);
  }
}

function offerRetry(body) {
  const button = element("button", "retry", words.offline);
  button.type = "button";
  const row = add(button);
  button.addEventListener("click", () => { row.remove(); queue = queue.then(() => deliver(body)); });
}

async function upload(files) {
  const ids = [];
  for (const file of files) {
    const bubble = element("div", "bubble", file.type.startsWith("image/") ? "" : `${words.file}:${file.name}`);
    if (file.type.startsWith("image/")) {
      const picture = element("img", "");
      picture.alt = file.name;
      picture.src = URL.createObjectURL(file);
      picture.onload = scroll;
      bubble.append(picture);
    }
    add(bubble, true);
    const form = new FormData();
    form.append("file", file);
    const waiting = add(element("div", "bubble waiting", words.sending));
    try {
      const answer = await fetch("/chat/upload", { method: "POST", body: form, credentials: "same-origin" });
      const result = await answer.json();
      if (answer.ok) ids.push(result.evidence); else show([{ text: result.error }]);
    } catch (_) {
      show([{ text: words.offline }]);
    }
    waiting.remove();
  }
  if (ids.length) say("", "", ids);
}

document.getElementById("composer").addEventListener("submit", (event) => {
  event.preventDefault();
  const message = text.value.trim();
  if (!message) return;
  text.value = "";
  fit();
  say(message);
});

function fit() {
  text.style.height = "auto";
  text.style.height = `${text.scrollHeight + 3}px`;
}

text.addEventListener("input", fit);
text.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    document.getElementById("composer").requestSubmit();
  }
});
photo.addEventListener("change", () => { upload([...photo.files]); photo.value = ""; });

// ---- messages that come by themselves

async function poll() {
  try {
    const answer = await fetch("/chat/poll", { credentials: "same-origin" });
    if (answer.ok) (await answer.json()).forEach((item) => show([{ text: item.text }]));
  } catch (_) { /* the next round tries again */ }
}

say(words.hello, "");
setInterval(poll, 20000);
