// Repaints what is left of each promise, on the server's time: the same words that the server writes (CountdownView).
const minute = 60_000;
const soonInCrisis = 15 * minute;

/** A length of time in whole minutes and more: "55 min", "3 h 10 min", "19 h", "2 days". */
export function length(milliseconds) {
  const minutes = Math.floor(Math.abs(milliseconds) / minute);
  const hours = Math.floor(minutes / 60);
  if (minutes < 1) return 'less than 1 min';
  if (hours === 0) return `${minutes} min`;
  if (hours >= 48) return `${Math.floor(hours / 24)} days`;
  if (hours >= 10 || minutes % 60 === 0) return `${hours} h`;
  return `${hours} h ${minutes % 60} min`;
}

/** The state, words and share used of a promise at one moment; all times in milliseconds. */
export function read(now, start, due, crisis) {
  const left = due - now;
  const whole = due - start;
  const late = left < 0;
  const soon = !late && (left <= whole / 4 || (crisis && left <= soonInCrisis));
  const begun = left < minute ? left : Math.ceil(left / minute) * minute;
  const used = whole <= 0 ? 100 : Math.min(100, Math.max(0, Math.floor(((now - start) / whole) * 100)));
  return {
    state: late ? 'late' : soon ? 'soon' : '',
    words: late ? `${length(left)} late` : `${length(begun)} left`,
    used,
  };
}

/** The server's time: what it said when it wrote the page, and what has passed since by whichever clock ran further. */
function serverClock() {
  const written = Date.parse(document.querySelector('meta[name=safeguard-now]').content);
  const [ticks, wall] = [performance.now(), Date.now()];
  return () => written + Math.max(performance.now() - ticks, Date.now() - wall);
}

function paint(count, now, announce) {
  const { start, due, crisis } = count.dataset;
  const { state, words, used } = read(now, Date.parse(start), Date.parse(due), crisis !== undefined);
  const left = count.querySelector('b');
  if (left.dataset.fixed === undefined && left.textContent !== words) left.textContent = words;
  count.querySelector('.used').setAttribute('width', used);
  if ((count.dataset.state ?? '') === state) return;
  for (const part of [count, count.closest('li.card')]) {
    if (part) part.dataset.state = state;
  }
  const heading = count.closest('li, section')?.querySelector('h2')?.textContent ?? '';
  announce(`${heading}: ${words}`);
}

/** A change of state is said once and politely; the ticking itself is never said. */
function announcer() {
  const place = document.createElement('p');
  place.className = 'vh';
  place.setAttribute('role', 'status');
  document.querySelector('main').append(place);
  return (words) => { place.textContent = words; };
}

export function start() {
  const counts = [...document.querySelectorAll('.count[data-due]')];
  if (counts.length === 0) return;
  const now = serverClock();
  const announce = announcer();
  setInterval(() => counts.forEach((count) => paint(count, now(), announce)), 1000);
}
