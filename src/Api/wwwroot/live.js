// New urgent contacts are announced above the queue; nothing already there moves under a thumb.
export function start() {
  const status = document.querySelector('[data-live]');
  if (!status) return;
  const known = new Set([...document.querySelectorAll('.queue > li[data-id]')].map((card) => card.dataset.id));
  const fresh = new Set();
  const changed = new Set();

  const say = () => {
    const parts = fresh.size + changed.size === 0 ? ['Back online.'] : [];
    if (fresh.size > 0) parts.push(`${fresh.size} new.`);
    if (changed.size > 0) parts.push(`${changed.size} changed.`);
    const show = document.createElement('a');
    show.href = location.pathname + location.search;
    show.textContent = 'Show';
    status.replaceChildren(`${parts.join(' ')} `, show);
  };

  const stream = new EventSource(status.dataset.live);
  stream.addEventListener('escalation', (event) => {
    const { id } = JSON.parse(event.data);
    (known.has(id) ? changed : fresh).add(id);
    say();
  });
  // A second "ready" ends a gap in which something may have come: what the queue shows is old either way.
  let connected = false;
  stream.addEventListener('ready', () => {
    if (connected) say();
    connected = true;
  });
  stream.addEventListener('error', () => {
    if (stream.readyState === EventSource.CLOSED) status.textContent = 'Not live any more. Refresh to see what is new.';
  });
  addEventListener('pagehide', () => stream.close());
}
