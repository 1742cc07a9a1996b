/** A new record id: 80 random bits as 16 characters of Crockford's base 32, lower case. Says nothing of its record. */
export function newId(): string {
  const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  let id = '';
  for (const b of bytes) id += alphabet[b & 31];
  return id;
}
