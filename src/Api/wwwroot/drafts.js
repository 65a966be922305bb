// What is typed survives an error, a sign-out and a wrong press: in this tab only, and only for the one who typed it.
const prefix = 'draft:';
const keptFor = 24 * 60 * 60_000;

const person = () => document.body.dataset.person;
const keyOf = (form) => `${prefix}${person()}:${location.pathname}:${form.dataset.draft}`;
const keys = () => Object.keys(sessionStorage).filter((key) => key.startsWith(prefix));

/** What somebody types or ticks; of the hidden fields only the id of a raise, so that sending again arrives once. */
function fields(form) {
  return [...form.elements].filter((field) =>
    field.name && (field.type !== 'hidden' || field.name === 'id')
    && !['submit', 'button', 'file', 'password'].includes(field.type));
}

function save(form) {
  const values = fields(form)
    .filter((field) => !['radio', 'checkbox'].includes(field.type) || field.checked)
    .map((field) => [field.name, field.value]);
  sessionStorage.setItem(keyOf(form), JSON.stringify({ at: Date.now(), sent: false, values }));
}

function load(key) {
  try {
    return JSON.parse(sessionStorage.getItem(key));
  } catch {
    return null;
  }
}

/** Somebody else's, old ones, and those that arrived: a page that did not come instead of another says so. */
function clear() {
  for (const key of keys()) {
    const draft = load(key);
    const theirs = person() && !key.startsWith(`${prefix}${person()}:`);
    const done = draft?.sent && !('keepDrafts' in document.body.dataset) && !document.querySelector('form[data-refused]');
    if (!draft || theirs || done || Date.now() - draft.at > keptFor) sessionStorage.removeItem(key);
  }
}

function put(field, values) {
  const mine = values.filter(([name]) => name === field.name).map(([, value]) => value);
  if (['radio', 'checkbox'].includes(field.type)) field.checked = mine.includes(field.value);
  else if (mine.length > 0) field.value = mine[0];
}

function restore(form) {
  const draft = load(keyOf(form));
  if (!draft || 'refused' in form.dataset) return;
  const before = new URLSearchParams(new FormData(form)).toString();
  fields(form).forEach((field) => put(field, draft.values));
  if (new URLSearchParams(new FormData(form)).toString() === before) return;
  for (let fold = form.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true;
  const afresh = document.createElement('button');
  afresh.type = 'button';
  afresh.className = 'button quiet';
  afresh.textContent = 'Start afresh';
  const note = document.createElement('p');
  note.className = 'row';
  note.setAttribute('role', 'status');
  note.append('We kept what you typed. ', afresh);
  afresh.addEventListener('click', () => {
    sessionStorage.removeItem(keyOf(form));
    form.reset();
    note.remove();
  });
  form.prepend(note);
}

function markSent(form) {
  const draft = load(keyOf(form));
  if (draft) sessionStorage.setItem(keyOf(form), JSON.stringify({ ...draft, sent: true }));
}

export function start() {
  clear();
  if (!person()) return;
  for (const form of document.querySelectorAll('form[data-draft]')) {
    restore(form);
    form.addEventListener('input', () => save(form));
    form.addEventListener('change', () => save(form));
    form.addEventListener('submit', () => markSent(form));
  }
}
