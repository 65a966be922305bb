// An urgent contact that cannot leave is kept on the device, said to be unsent in the biggest words there are, and sent
// again by itself until it has arrived. Its id was made with the page, so that however often it is sent it arrives once.
import * as vault from './vault.js';

const again = 5000;
const patience = 10_000;
const storing = 500;
const person = () => document.body.dataset.person;

/** Kept in this page as well: a device that can store nothing still sends as long as the page is open. */
const waiting = new Map();
let timer;
let banner;
let tries = 0;
let held = true;

/** Where the receipt is, once the server has the message; what is wrong otherwise. */
async function send(body) {
  let answer;
  try {
    answer = await fetch('/raise?send', {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body,
      signal: AbortSignal.timeout(patience),
    });
  } catch {
    return { fault: navigator.onLine ? 'We can’t reach the server.' : 'You are offline.' };
  }
  const path = new URL(answer.url).pathname;
  // The server leads to the receipt only once it has the message, whether or not the receipt itself can be shown.
  if (path.startsWith('/receipts/')) return { receipt: path };
  if (path.startsWith('/sign-in')) return { fault: 'You are signed out.', signIn: answer.url };
  if (answer.status >= 500 || answer.status === 429) return { fault: 'The server can’t take it just now.' };
  return { fault: 'The server did not take it.', refused: true };
}

/** The first thing on the whole screen, and the first thing read out. */
function warn(outcome) {
  if (!banner) {
    const template = document.getElementById('unsent');
    if (!template) return;
    document.querySelector('main').prepend(template.content.cloneNode(true));
    banner = document.querySelector('main > .unsent');
    banner.querySelector('[data-again]').addEventListener('click', () => retry());
  }
  banner.querySelector('[data-reason]').textContent = `${outcome.fault} Nobody has seen this yet.`;
  if (!held) banner.querySelector('[data-held]').textContent = 'Keep this page open: we hold your message only here.';
  banner.querySelector('[data-tried]').textContent = `Tried ${tries} ${tries === 1 ? 'time' : 'times'}.`;
}

function tellSent(receipt) {
  const note = document.createElement('p');
  const link = document.createElement('a');
  link.href = receipt;
  link.textContent = 'See its receipt';
  note.setAttribute('role', 'status');
  note.append('Your message has been sent. ', link);
  if (banner) banner.replaceWith(note);
  else document.querySelector('main').prepend(note);
  banner = undefined;
}

async function arrived(id) {
  waiting.delete(id);
  await vault.forget(id).catch(() => {});
}

async function attempt(id, body) {
  tries += 1;
  const outcome = await send(body);
  if (outcome.receipt) await arrived(id);
  return outcome;
}

async function retry() {
  clearTimeout(timer);
  for (const [id, body] of waiting) {
    const outcome = await attempt(id, body);
    if (!outcome.receipt) {
      warn(outcome);
      break;
    }
    if (waiting.size > 0) continue;
    if (location.pathname === '/raise') location.assign(outcome.receipt);
    else tellSent(outcome.receipt);
    return;
  }
  timer = setTimeout(retry, again);
}

/** Whether the device holds it now; one that is slow or can't is not waited for. */
function hold(id, body) {
  const late = new Promise((resolve) => setTimeout(() => resolve(false), storing));
  return Promise.race([vault.keep(person(), id, body).then(() => true, () => false), late]);
}

/** Held before it is sent: whatever happens to the page meanwhile, it is not lost. */
async function submitted(form, event) {
  event.preventDefault();
  const id = new FormData(form).get('id');
  const body = new URLSearchParams(new FormData(form, event.submitter)).toString();
  clearTimeout(timer);
  waiting.set(id, body);
  held = await hold(id, body);
  const outcome = await attempt(id, body);
  if (outcome.receipt) {
    location.assign(outcome.receipt);
  } else if (outcome.refused) {
    // The server has something to say about it: let it say so on a page of its own. The same id cannot arrive twice.
    await arrived(id);
    resubmit(form, event.submitter);
  } else {
    warn(outcome);
    timer = setTimeout(retry, again);
  }
}

function resubmit(form, submitter) {
  if (submitter?.name) {
    const pressed = document.createElement('input');
    pressed.type = 'hidden';
    pressed.name = submitter.name;
    pressed.value = submitter.value;
    form.append(pressed);
  }
  HTMLFormElement.prototype.submit.call(form);
}

export async function start() {
  if (!person()) return;
  for (const form of document.querySelectorAll('form[data-keep]')) {
    form.addEventListener('submit', (event) => submitted(form, event));
  }
  addEventListener('online', () => { if (waiting.size > 0) retry(); });
  try {
    for (const { id, body } of await vault.unsent(person())) waiting.set(id, body);
  } catch {
    return;
  }
  if (waiting.size > 0) await retry();
}
