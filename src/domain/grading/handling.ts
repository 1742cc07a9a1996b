import {
  type HandlingCode,
  type HandlingSchemeId,
  handlingScheme,
  handlingSchemes,
  isHandlingSchemeId,
  type Limit,
} from './index.ts';

/** A source's `handling` read: `europol:H1`, `3x5x2:C/A1/S2`. `rest` keeps words of its own ("europol:H3 return by June"). */
export interface Handling {
  readonly scheme: HandlingSchemeId;
  readonly codes: readonly string[];
  readonly rest?: string;
}

/** Reads the text form; nothing where it is not of that form, so that free words stay free words. */
export function readHandling(text: string): Handling | undefined {
  const colon = text.indexOf(':');
  const scheme = text.slice(0, colon);
  if (colon < 0 || !isHandlingSchemeId(scheme)) return undefined;
  const [code = '', ...words] = text.slice(colon + 1).split(' ');
  const codes = code.split('/');
  if (!codes.every((c) => findCode(scheme, c))) return undefined;
  const rest = words.join(' ').trim();
  return { scheme, codes, ...(rest === '' ? {} : { rest }) };
}

export function handlingText(handling: Handling): string {
  return `${handling.scheme}:${handling.codes.join('/')}${handling.rest ? ` ${handling.rest}` : ''}`;
}

/** Message key of a code's wording. */
export function handlingKey(scheme: HandlingSchemeId, code: string): string {
  return `handling.${scheme}.${code}`;
}

/**
 * Uses that must wait for a record of permission. Words nobody can read as a code limit nothing by themselves: they are shown beside
 * the source instead, and `readable` says so.
 */
export function limitsOf(text: string | undefined): { readonly limits: readonly Limit[]; readonly readable: boolean } {
  if (text === undefined || text.trim() === '') return { limits: [], readable: true };
  const handling = readHandling(text);
  if (!handling) return { limits: [], readable: false };
  const limits = new Set<Limit>();
  for (const code of handling.codes)
    for (const limit of findCode(handling.scheme, code)?.limits ?? []) limits.add(limit);
  return { limits: [...limits], readable: true };
}

function findCode(scheme: HandlingSchemeId, code: string): HandlingCode | undefined {
  const { codes, conditions = [] } = handlingScheme(scheme);
  return [...codes, ...conditions.flatMap((c) => c.codes)].find((c) => c.code === code);
}

/** Every code with its scheme, for a menu. */
export function allHandling(): readonly Handling[] {
  return handlingSchemes.flatMap((s) => s.codes.map((c) => ({ scheme: s.id, codes: [c.code] })));
}
