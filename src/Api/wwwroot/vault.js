// Unsent messages on this device: encrypted with a key that cannot be taken out of the browser, bound to their author.
const name = 'safeguard';

function open() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('keys');
      request.result.createObjectStore('messages', { keyPath: 'id' });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function ask(store, mode, question) {
  const database = await open();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(store, mode);
      const request = question(transaction.objectStore(store));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

async function keyOf(person) {
  const known = await ask('keys', 'readonly', (keys) => keys.get(person));
  if (known) return known;
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  // Another tab may have been faster: whichever key is stored first counts.
  await ask('keys', 'readwrite', (keys) => keys.add(made, person)).catch(() => {});
  return ask('keys', 'readonly', (keys) => keys.get(person));
}

const cipher = (person, id, iv) =>
  ({ name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(`${person}/${id}`) });

/** Keeps a message until it has arrived; the same id again replaces it. */
export async function keep(person, id, body) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const sealed = await crypto.subtle.encrypt(
    cipher(person, id, iv), await keyOf(person), new TextEncoder().encode(body));
  await ask('messages', 'readwrite', (messages) => messages.put({ id, person, iv, sealed }));
}

/** Every message that this person could not send, opened. */
export async function unsent(person) {
  const all = await ask('messages', 'readonly', (messages) => messages.getAll());
  const own = all.filter((message) => message.person === person);
  if (own.length === 0) return [];
  const key = await keyOf(person);
  return Promise.all(own.map(async ({ id, iv, sealed }) => ({
    id,
    body: new TextDecoder().decode(await crypto.subtle.decrypt(cipher(person, id, iv), key, sealed)),
  })));
}

export const forget = (id) => ask('messages', 'readwrite', (messages) => messages.delete(id));
