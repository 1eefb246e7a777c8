// Checks a file against an evidence bundle. The phone counts the digest itself where the browser lets it (https);
// else the file goes to the server, which counts and keeps nothing. Plain script, no syntax newer than 2019.
"use strict";

const LARGEST = 50 * 1024 * 1024; // LARGEST_RECORDING of bot/evidence/sniff.py
const BASE = "/chat/check";
const code = document.getElementById("code");
const said = document.getElementById("code-said");
const file = document.getElementById("file");
const outcome = document.getElementById("outcome");
const words = {};
document.getElementById("words").content.querySelectorAll("[data-word]").forEach((word) => {
  words[word.dataset.word] = word.textContent;
});

function typed() {
  return code.value.replace(/[^0-9A-Za-z]/g, "").toUpperCase();
}

function address(what) {
  return `${BASE}/${typed()}/${what}`;
}

function show(kind, text, name) {
  const box = document.createElement("div");
  box.className = `result ${kind}`;
  const line = box.appendChild(document.createElement("p"));
  line.textContent = text;
  if (name) {
    const below = box.appendChild(document.createElement("p"));
    below.className = "name";
    below.textContent = words.name.replace("{name}", name);
  }
  outcome.textContent = "";
  outcome.appendChild(box);
}

async function digestHere(chosen) {
  if (!window.isSecureContext || !window.crypto || !crypto.subtle) return "";
  try {
    const bytes = await new Response(chosen).arrayBuffer();
    const counted = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    return Array.from(counted).map((byte) => byte.toString(16).padStart(2, "0")).join("");
  } catch (_) {
    return "";  // too little memory, or forbidden: the server counts
  }
}

async function ask(chosen) {
  const digest = await digestHere(chosen);
  const sent = digest
    ? { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ sha256: digest }) }
    : { method: "POST", headers: { "Content-Type": "application/octet-stream" }, body: chosen };
  const answer = await fetch(address(digest ? "hash" : "file"), sent);
  return answer.json();
}

async function checkFile() {
  const chosen = file.files[0];
  file.value = "";
  if (!chosen) return;
  if (!typed()) { show("no_code", words.no_code); code.focus(); return; }
  if (chosen.size > LARGEST) { show("no_match", words.too_large, chosen.name); return; }
  show("counting", words.counting, chosen.name);
  try {
    const told = await ask(chosen);
    show(told.outcome || "failed", told.text || told.error || words.offline, chosen.name);
  } catch (_) {
    show("failed", words.offline, chosen.name);
  }
}

async function checkCode() {
  said.textContent = "";
  outcome.textContent = "";  // it was about another code
  if (!typed()) return;
  const asked = typed();
  try {
    const told = await (await fetch(address("known"))).json();
    if (asked === typed() && !told.known) said.textContent = words.unknown;
  } catch (_) { /* it is told with the file */ }
}

const given = decodeURIComponent(location.pathname.slice(BASE.length + 1).split("/")[0] || "");
if (given) { code.value = given.slice(0, 24); checkCode(); }
code.addEventListener("change", checkCode);
file.addEventListener("change", checkFile);
