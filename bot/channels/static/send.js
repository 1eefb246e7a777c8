// What the worker sends: one thing after the other, in order. Each message has an id of its own, kept for a second
// sending, so that it never acts twice; a file that comes twice is kept once.
"use strict";

const PATIENCE = 60000;  // milliseconds for an answer; then the worker may send again
const SLOW = 300;
const MOST_FILES = 9;
const LARGEST = 20 * 1024 * 1024;
const LARGEST_RECORDING = 50 * 1024 * 1024;
const outbox = [];
let sending = false;
let retry = null;

class Offline extends Error {}

function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes).map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

// What a later reader of this phone must not find: long numbers, and the words beside a receipt number.
function masked(text) {
  const hidden = text.replace(/[0-9\uff10-\uff19](?:[ -]?[0-9\uff10-\uff19]){10,}[xX]?/g, "●●●●●●");
  return /MX-?\d{4}/i.test(text) ? text.slice(0, text.search(/MX-?\d{4}/i)) + "MX-●●●●●●" : hidden;
}

function say(message, shown) {
  spendChoices();
  if (shown === undefined) shown = message;
  if (shown) { showMine(shown); remember({ mine: masked(shown) }); }
  post({ message, message_id: newId(), attachments: [] });
}

function post(body) {
  memory.pending.push(body);
  saveMemory();
  enqueue((waiting) => deliver(body, waiting), words.waiting);
}

function enqueue(run, waiting) {
  outbox.push({ run, waiting });
  sendNext();
}

async function sendNext() {
  if (sending) return;
  log.setAttribute("aria-busy", String(outbox.length > 0));
  if (!outbox.length) return;
  sending = true;
  withdrawRetry();
  const waiting = showWaiting(outbox[0].waiting);
  let arrived = true;
  try {
    await outbox[0].run(waiting);
  } catch (problem) {
    if (!(problem instanceof Offline)) throw problem;
    arrived = false;
  } finally {
    waiting.stop();
    sending = false;
    if (arrived) outbox.shift();
  }
  if (arrived) sendNext(); else offerRetry();
}

async function deliver(body, waiting) {
  const answer = await inTime(fetch("/chat/send", {
    method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body), credentials: "same-origin",
  }));
  const replies = understood(answer.status, await inTime(answer.text()));
  memory.pending = memory.pending.filter((other) => other.message_id !== body.message_id);
  waiting.stop();
  showReplies(replies);
  if (!isErasure(replies)) remember({ replies });
}

// Replies as they come; what a server refuses (4xx) becomes its sentence; anything else is a failure to send again.
function understood(status, said) {
  const result = readJson(said);
  if (status < 400 && Array.isArray(result)) return result;
  if (status >= 400 && status < 500) return [{ text: (result && result.error) || words.refused }];
  throw new Offline();
}

function readJson(said) {
  try { return JSON.parse(said); } catch (_) { return null; }
}

function inTime(promise) {
  const late = new Promise((_, refuse) => { setTimeout(() => refuse(new Offline()), PATIENCE); });
  return Promise.race([promise.catch(() => { throw new Offline(); }), late]);
}

// A bubble that says what is going on, once it takes longer than a moment.
function showWaiting(said) {
  let shown = null;
  let now = said;
  const timer = setTimeout(() => {
    shown = row(element("div", "bubble waiting", now));
    scrollToEnd();
  }, SLOW);
  return {
    say: (next) => { now = next; if (shown) shown.firstChild.textContent = next; },
    stop: () => { clearTimeout(timer); if (shown) shown.remove(); },
  };
}

function offerRetry() {
  const box = element("div", "card failed");
  box.appendChild(element("strong", "", words.offline));
  box.appendChild(button("button", words.again, sendNext));
  box.appendChild(button("button plain", words.drop, drop));
  retry = row(box);
  scrollToEnd();
}

function drop() {
  outbox.length = 0;
  memory.pending = [];
  saveMemory();
  withdrawRetry();
}

function withdrawRetry() {
  if (retry) retry.remove();
  retry = null;
}

window.addEventListener("online", sendNext);

// ---- photos and files

function sendFiles(files) {
  for (let first = 0; first < files.length; first += MOST_FILES) {
    const ids = [];
    files.slice(first, first + MOST_FILES).forEach((file) => {
      showFile(file);
      enqueue((waiting) => upload(file, ids, waiting), words.sending.replace("{percent}", 0));
    });
    enqueue(async () => sendIds(ids), words.waiting);
  }
}

function sendIds(ids) {
  if (!ids.length) return;
  spendChoices();
  const body = { message: "", message_id: newId(), attachments: ids };
  memory.pending.push(body);
  saveMemory();
  outbox.splice(1, 0, { run: (waiting) => deliver(body, waiting), waiting: words.waiting });
}

function showFile(file) {
  const isPicture = file.type.indexOf("image/") === 0;
  const label = `${isPicture ? words.photo : words.file} ${file.name}`;
  const bubble = element("div", "bubble", label);
  remember({ mine: label });
  row(bubble, true);
  scrollToEnd();
  if (!isPicture) return;
  const picture = element("img");
  picture.alt = label;
  picture.onload = () => {
    bubble.textContent = "";
    bubble.classList.add("picture");
    bubble.appendChild(picture);
    scrollToEnd();
  };
  picture.src = URL.createObjectURL(file);
}

async function upload(file, ids, waiting) {
  const most = /^(audio|video)\//.test(file.type) ? LARGEST_RECORDING : LARGEST;
  if (file.size > most) { sayRefused(words.too_large); return; }
  const form = new FormData();
  form.append("file", file);
  const answer = await new Promise((done, refuse) => {
    const request = new XMLHttpRequest();
    request.open("POST", "/chat/upload");
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) waiting.say(words.sending.replace("{percent}", Math.floor(event.loaded / event.total * 100)));
    };
    request.onload = () => done(request);
    request.onerror = () => refuse(new Offline());
    request.onabort = request.onerror;
    request.send(form);
  });
  const result = readJson(answer.responseText);
  if (answer.status === 200 && result) ids.push(result.evidence);
  else understood(answer.status, answer.responseText).forEach((refused) => sayRefused(refused.text));
}

function sayRefused(said) {
  row(write(element("div", "bubble"), said));
  remember({ replies: [{ text: said }] });
  scrollToEnd();
}
