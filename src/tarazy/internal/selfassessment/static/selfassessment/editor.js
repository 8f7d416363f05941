// The answer saves itself after a pause. Until the server has it, a copy lies on this device; nothing typed is lost.

const PAUSE = 1500;
const SENT = ["csrfmiddlewaretoken", "revision", "rating", "text", "language"];
const form = document.querySelector("form[data-keep]");
const { text, revision, language } = form.elements;
const unsaved = document.getElementById("unsaved");
let timer;
let sending = false;
let waiting = false;
let outdated = false;

const say = (sentence) => {
  const notice = document.createElement("p");
  notice.className = "notice";
  notice.textContent = sentence;
  unsaved.replaceChildren(notice);
};

const keep = (sent = false) => {
  const said = { text: text.value, rating: form.elements.rating.value, revision: revision.value, sent };
  try { localStorage.setItem(form.dataset.keep, JSON.stringify(said)); } catch { /* a full or forbidden store */ }
};

const kept = () => {
  try { return JSON.parse(localStorage.getItem(form.dataset.keep)); } catch { return null; }
};

// Parts of the page that the answer brings anew, each by its id.
const place = (html) => {
  const fresh = new DOMParser().parseFromString(html, "text/html");
  for (const part of fresh.querySelectorAll("body > [id]")) {
    const old = document.getElementById(part.id);
    if (!old) continue;
    if (old === revision) revision.value = part.getAttribute("value");
    else old.replaceChildren(...part.childNodes);
  }
};

const judge = async (answer) => {
  if (answer.redirected || answer.status === 403) return say(form.dataset.signedOut);
  if (![200, 409, 422].includes(answer.status)) return later();
  outdated = answer.status === 409;
  place(await answer.text());
  if (!answer.ok) return;
  unsaved.replaceChildren();
  if (!waiting) localStorage.removeItem(form.dataset.keep);
};

const later = () => {
  say(form.dataset.offline);
  plan(10 * PAUSE);
};

const save = async () => {
  if (sending) return void (waiting = true);
  [sending, waiting] = [true, false];
  const all = new FormData(form);
  const body = new FormData();
  for (const name of SENT) if (all.has(name)) body.set(name, all.get(name));
  try {
    await judge(await fetch(location.pathname, { method: "POST", body, headers: { "HX-Request": "true" } }));
  } catch {
    later();
  } finally {
    sending = false;
    if (waiting) plan(0);
  }
};

const plan = (pause) => {
  clearTimeout(timer);
  if (!outdated) timer = setTimeout(save, pause);
};

form.addEventListener("input", (event) => {
  if (!SENT.includes(event.target.name)) return;
  text.lang = language.value;
  if (sending) waiting = true;
  keep();
  plan(PAUSE);
});
form.addEventListener("submit", () => {
  clearTimeout(timer);
  outdated = true;
  if (kept()) keep(true);
});

// A copy that was sent by a button has arrived when the server stands at a later revision.
const left = kept();
const arrived = left?.sent && Number(revision.value) > Number(left.revision);
text.lang = language.value;
if (left && left.text !== text.value && !arrived) {
  text.value = left.text;
  revision.value = left.revision;
  if (left.rating) form.elements.rating.value = left.rating;
  say(form.dataset.restored);
  plan(PAUSE);
} else if (left) {
  localStorage.removeItem(form.dataset.keep);
}
