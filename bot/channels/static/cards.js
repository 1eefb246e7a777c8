// What stands in a card of its own: papers, the receipt, the laws behind an answer.
"use strict";

function showPaper(custom, papers) {
  if (!papers[custom.document]) {
    const card = element("div", "card paper");
    card.appendChild(element("strong", "", custom.title));
    papers[custom.document] = card.appendChild(element("div", "links"));
    row(card);
  }
  const link = element("a", "button", words[custom.format] || custom.format);
  link.href = custom.url;
  papers[custom.document].appendChild(link);
}

// The sentence of a fresh receipt becomes the card; a sentence without the three words stays a bubble above it.
function secretOf(said) {
  const line = said.split("\n").filter((part) => part.indexOf(words.secret) >= 0)[0];
  const found = line ? line.split(/[:\uff1a]/).pop().trim().split(/\s+/) : [];
  return found.length === 3 ? found : [];
}

function showReceipt(number, said) {
  const secret = said ? secretOf(said) : [];
  const card = element("div", "card receipt");
  card.appendChild(element("span", "label", words.receipt));
  card.appendChild(element("span", "number", number));
  if (secret.length) {
    card.appendChild(element("span", "label", words.secret_label));
    const list = card.appendChild(element("ol", "secret"));
    secret.forEach((word) => list.appendChild(element("li", "", word)));
    card.appendChild(button("button", words.copy, (event) => copy([number].concat(secret).join(" "), event.currentTarget)));
  }
  (said || "").split("\n").filter((line) => line.indexOf(number) < 0 && line.indexOf(words.secret) < 0)
    .forEach((line) => card.appendChild(write(element("p"), line)));
  row(card);
}

function copy(said, tapped) {
  const done = () => { tapped.textContent = words.copied; };
  if (navigator.clipboard && window.isSecureContext) {
    navigator.clipboard.writeText(said).then(done, () => copyTheOldWay(said) && done());
  } else if (copyTheOldWay(said)) done();
}

function copyTheOldWay(said) {
  const box = element("textarea", "unseen");
  box.value = said;
  document.body.appendChild(box);
  box.select();
  const copied = document.execCommand("copy");
  box.remove();
  return copied;
}

function showLaws(articles, bubble) {
  if (!articles || !articles.length) return;
  const box = element("details", "laws");
  box.appendChild(element("summary", "", words.laws.replace("{count}", articles.length)));
  const list = box.appendChild(element("ul"));
  articles.forEach((article) => list.appendChild(element("li", "", article)));
  if (bubble) bubble.appendChild(box);
  else row(element("div", "bubble")).firstChild.appendChild(box);
  box.addEventListener("toggle", showMore);
}
