// What the bot says: bubbles, choices under the question, cards, the progress line.
"use strict";

const FRESH_TAP = 350;  // a second tap of a double tap must not hit a choice that has only just appeared

function showMine(said) {
  row(element("div", "bubble", said), true);
  scrollToEnd();
}

function showReplies(replies) {
  if (isErasure(replies)) wipe();
  const last = log.lastElementChild;
  const receipt = replies.map((reply) => reply.custom || {}).filter((custom) => custom.kind === "receipt")[0];
  const turn = { papers: {}, bubble: null, receipt: receipt ? receipt.receipt : "", receiptShown: false };
  replies.forEach((reply) => showReply(reply, turn));
  showChoices([].concat(...replies.map((reply) => reply.buttons || [])));  // under all that was said, once each
  const asked = replies.map((reply) => reply.custom || {}).filter((custom) => custom.kind === "question")[0];
  if (asked) showProgress(asked.step, asked.of); else hideProgress();
  scrollToTurn(last ? last.nextElementSibling : log.firstElementChild);
}

function isErasure(replies) {
  return replies.some((reply) => reply.custom && reply.custom.kind === "erased");
}

function showReply(reply, turn) {
  if (reply.text) showText(reply.text, turn);
  const custom = reply.custom || {};
  if (custom.kind === "laws") showLaws(custom.articles, turn.bubble);
  if (custom.kind === "document") showPaper(custom, turn.papers);
  if (custom.kind === "receipt" && !turn.receiptShown) showReceipt(custom.receipt);
}

function showText(said, turn) {
  if (turn.receipt && said.indexOf(turn.receipt) >= 0 && secretOf(said).length) {
    showReceipt(turn.receipt, said);
    turn.receiptShown = true;
    return;
  }
  turn.bubble = write(element("div", "bubble"), said);
  row(turn.bubble);
}

function showChoices(buttons) {
  if (!buttons.length) return;
  const box = element("div", "choices fresh");
  buttons.filter((choice, place) => buttons.findIndex((other) => other.payload === choice.payload) === place).forEach((choice) => {
    box.appendChild(button("button", choice.title, (event) => {
      if (box.classList.contains("spent")) return;
      say(choice.payload, choice.title);
      if (event.detail === 0) text.focus();  // chosen with a keyboard: go on from there
    }));
  });
  log.appendChild(box);
  setTimeout(() => box.classList.remove("fresh"), FRESH_TAP);
}

// A question that was answered, by a tap or in words, offers nothing any more.
function spendChoices() {
  log.querySelectorAll(".choices").forEach((box) => {
    box.classList.add("spent");
    box.remove();
  });
}

// A message that came by itself leaves the open question as it is.
function showDeskAnswer(item) {
  const bubble = element("div", "bubble desk");
  const receipt = item.payload && item.payload.receipt;
  if (receipt) bubble.appendChild(element("strong", "", words.desk_answer.replace("{receipt}", receipt)));
  write(bubble, item.text);
  scrollToTurn(row(bubble));
}

function wipe() {
  while (log.firstChild) log.removeChild(log.firstChild);
  forget();
}

function showProgress(step, of) {
  document.getElementById("progress").hidden = false;
  document.getElementById("subtitle").hidden = true;
  document.getElementById("progress-text").textContent = words.progress.replace("{step}", step).replace("{of}", of);
  const bar = document.getElementById("progress-bar");
  bar.max = of;
  bar.value = step;
}

function hideProgress() {
  document.getElementById("progress").hidden = true;
  document.getElementById("subtitle").hidden = false;
}
