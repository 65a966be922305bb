// Leaving a page quickly: Hide, or Escape twice within a second. The page is blanked first, whatever comes then.
const within = 1000;

/** A picker or dialog takes Escape for itself; where the browser cannot tell, a focused picker counts as open. */
function somethingIsOpen() {
  if (document.querySelector('dialog[open]')) return true;
  const pickers = 'select, input[type=date], input[type=datetime-local], input[type=time]';
  const focused = document.activeElement?.matches(pickers) ? document.activeElement : null;
  if (!focused) return false;
  return CSS.supports('selector(:open)') ? focused.matches(':open') : true;
}

function blank() {
  document.body.replaceChildren();
}

export function start() {
  const link = document.querySelector('a.hide');
  const neutral = link.href;
  let last = -within;
  let leaving = false;

  // In a new task after the key is up: Escape also cancels a load that has begun.
  const leave = () => setTimeout(() => location.replace(neutral));

  link.addEventListener('click', (click) => {
    click.preventDefault();
    blank();
    leave();
  });
  document.addEventListener('keydown', (key) => {
    if (key.key !== 'Escape' || key.repeat || leaving || somethingIsOpen()) return;
    if (performance.now() - last < within) {
      leaving = true;
      blank();
    }
    last = performance.now();
  });
  document.addEventListener('keyup', (key) => {
    if (key.key === 'Escape' && leaving) leave();
  });
}
