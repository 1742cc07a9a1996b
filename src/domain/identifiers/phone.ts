import type * as Rules from 'libphonenumber-js/max';
import { type Examined, type Finding, type IdentifierDefinition, ok, warn } from './finding.ts';
import { compact, digitsOf, isScientific } from './written.ts';

let rules: typeof Rules | undefined;

/** Loads the numbering plans of the world (some 150 kB) when first needed. Await it once; then examining phones is synchronous. */
export async function loadPhoneRules(): Promise<void> {
  rules ??= await import('libphonenumber-js/max');
}

export function phoneRulesLoaded(): boolean {
  return rules !== undefined;
}

type Parsed = Rules.PhoneNumber;
type How = 'plus' | 'as-written' | 'zeros' | 'no-plus';

interface Reading {
  readonly number: Parsed;
  readonly how: How;
  readonly valid: boolean;
}

/** Ofcom keeps 07700 900000–900999 for drama: real in form, and nobody's. Training material lives there. */
const fiction = /^\+447700900\d{3}$/;

function isRegion(loaded: typeof Rules, region: string | undefined): region is Rules.CountryCode {
  return region !== undefined && loaded.isSupportedCountry(region);
}

/** Ways to read what is written, each tried once: with its plus; as dialled in the region; 00 for plus; a plus forgotten. */
function readings(
  loaded: typeof Rules,
  written: string,
  digits: string,
  region: string | undefined,
): readonly Reading[] {
  const found: Reading[] = [];
  const add = (text: string, how: How, country?: Rules.CountryCode) => {
    const number = country ? loaded.parsePhoneNumberFromString(text, country) : loaded.parsePhoneNumberFromString(text);
    if (number) found.push({ number, how, valid: number.isValid() || fiction.test(number.number) });
  };
  if (written.startsWith('+')) {
    add(`+${digits}`, 'plus');
    return found;
  }
  if (isRegion(loaded, region)) add(digits, 'as-written', region);
  if (digits.startsWith('00')) add(`+${digits.slice(2)}`, 'zeros');
  else if (!digits.startsWith('0') && digits.length >= 8) add(`+${digits}`, 'no-plus');
  return found;
}

/**
 * A phone number by the numbering plans of libphonenumber; normal form E.164 (`+85512345678`). Short codes and what cannot be read keep
 * their digits. Before `loadPhoneRules` only a number written with its plus gets its normal form, and a warning says why.
 */
function examine(text: string, region?: string): Examined {
  const stated = compact(text);
  if (isScientific(text)) return { normal: stated, findings: [warn('finding.identifier.scientific')] };
  // "Tel." before and an extension behind are no part of the number; the extension stays in the stated value.
  const bare = text
    .normalize('NFKC')
    .replace(/^\s*tel[.:\s]+/iu, '')
    .replace(/(\p{Nd})[\s.,]+(?:ext|x)\.?\s*\p{Nd}{1,6}\s*$/iu, '$1');
  const written = bare.replace(/^[^\p{Nd}+]*/u, '');
  const { digits } = digitsOf(bare.replace(/\+\s*(\d{1,3})\s*\(0\)/, '+$1').replace('+', ''));
  if (digits === '' || /\p{L}/u.test(bare)) return { normal: stated, findings: [warn('finding.phone.not-a-number')] };
  if (digits.length <= 6 && !written.startsWith('+')) return { normal: digits, findings: [ok('finding.phone.short')] };
  if (digits.length > 17) return { normal: digits, findings: [warn('finding.phone.length', { count: digits.length })] };
  if (!rules) {
    return {
      normal: written.startsWith('+') ? `+${digits}` : digits,
      findings: [warn('finding.phone.rules-not-loaded')],
    };
  }
  const all = readings(rules, written, digits, region);
  const best = all.find((r) => r.valid) ?? all.find((r) => r.how === 'zeros' && r.number.isPossible());
  if (!best) {
    if (written.startsWith('+')) return { normal: `+${digits}`, findings: [warn('finding.phone.not-in-plan')] };
    const national = all.find((r) => r.how === 'as-written' && r.number.isPossible());
    if (national) return { normal: national.number.number, findings: [warn('finding.phone.not-in-plan')] };
    return {
      normal: digits,
      findings: [warn(isRegion(rules, region) ? 'finding.phone.not-in-plan' : 'finding.phone.region-needed')],
    };
  }
  return { normal: best.number.number, findings: explain(best, digits) };
}

function explain({ number, how, valid }: Reading, digits: string): readonly Finding[] {
  const findings: Finding[] = [];
  const country = number.country ?? '';
  if (!valid) findings.push(warn('finding.phone.not-in-plan'));
  else if (fiction.test(number.number)) findings.push(ok('finding.phone.fiction'));
  else {
    const code = country === '' ? 'finding.phone.ok-no-country' : 'finding.phone.ok';
    findings.push(ok(code, { country, calling: `+${number.countryCallingCode}` }));
    const type = number.getType();
    if (type === 'PREMIUM_RATE' || type === 'TOLL_FREE') findings.push(ok('finding.phone.service'));
  }
  if (how === 'no-plus') findings.push(warn('finding.phone.plus-missing', { normal: number.number }));
  if (how !== 'as-written') return findings;
  // A spreadsheet drops the leading 0; the number then still reads, but only because the plan is known.
  if (
    digits === number.nationalNumber &&
    !digits.startsWith('0') &&
    number.formatNational().replace(/\D/g, '').startsWith('0')
  ) {
    findings.push(warn('finding.phone.zero-missing', { normal: number.number }));
  }
  if (country !== '') findings.push(ok('finding.phone.region-assumed', { country }));
  return findings;
}

/** A bill names the same few numbers over and over, and the plans take some 50 µs a number. */
const seen = new Map<string, Examined>();
const remembered = 20_000;

function examineOnce(text: string, region?: string): Examined {
  if (!rules) return examine(text, region);
  const key = `${region ?? ''}|${text}`;
  const before = seen.get(key);
  if (before) return before;
  const answer = examine(text, region);
  if (seen.size >= remembered) seen.clear();
  seen.set(key, answer);
  return answer;
}

export const phone = { id: 'phone', examine: examineOnce } as const satisfies IdentifierDefinition;
