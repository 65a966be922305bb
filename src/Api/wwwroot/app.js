// Everything here makes a page nicer; no page needs it. Each part stands alone, so a fault in one stops no other.
import * as countdown from './countdown.js';
import * as drafts from './drafts.js';
import * as hide from './hide.js';
import * as keeper from './keeper.js';
import * as live from './live.js';

for (const part of [hide, drafts, keeper, countdown, live]) {
  try {
    part.start();
  } catch (fault) {
    console.error(fault);
  }
}
