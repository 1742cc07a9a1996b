/**
 * Canonical JSON after RFC 8785 (JCS), restricted to what a case may hold: text, safe integers, booleans, arrays, objects.
 * Anything else (floats, NaN, null, undefined values, lone surrogates) is a bug of the caller and throws, so that it never enters the log.
 * Keys are sorted by UTF-16 code units, as RFC 8785 §3.2.3 asks.
 */
export function canonicalText(value: unknown): string {
  switch (typeof value) {
    case 'string':
      if (!value.isWellFormed()) throw new TypeError('canonical JSON: lone surrogate');
      return JSON.stringify(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'number':
      if (!Number.isSafeInteger(value)) throw new TypeError('canonical JSON: only safe integers; decimals are text');
      return Object.is(value, -0) ? '0' : String(value);
    case 'object': {
      if (value === null) return 'null';
      if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
      const object = value as Record<string, unknown>;
      const keys = Object.keys(object).sort();
      let out = '{';
      for (const key of keys) {
        const v = object[key];
        if (v === undefined) continue;
        out += `${out.length > 1 ? ',' : ''}${JSON.stringify(key)}:${canonicalText(v)}`;
      }
      return `${out}}`;
    }
    default:
      throw new TypeError(`canonical JSON: ${typeof value} has no form`);
  }
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export function canonicalBytes(value: unknown): Uint8Array {
  return encoder.encode(canonicalText(value));
}

/** Parses bytes that claim to be canonical; throws when they are not the canonical bytes of what they parse to. */
export function parseCanonical<T>(bytes: Uint8Array): T {
  const text = decoder.decode(bytes);
  const value = JSON.parse(text) as T;
  if (canonicalText(value) !== text) throw new TypeError('not canonical JSON');
  return value;
}

/** Equality of two JSON values as their canonical forms would compare, without writing these out; identity first, as most records are shared objects. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((v, i) => sameJson(v, b[i]));
  }
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  // A member that is undefined has no form, so it is as if it were not there.
  for (const key in left) if (!sameJson(left[key], right[key])) return false;
  for (const key in right) if (left[key] === undefined && right[key] !== undefined) return false;
  return true;
}
