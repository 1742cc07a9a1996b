const DECIMAL = /^([+-]?)(\d+)(?:\.(\d+))?$/;

/** Whether a text is a plain decimal number, which can be summed exactly. */
export function isDecimal(text: string): boolean {
  return DECIMAL.test(text);
}

/**
 * Exact sum of decimal texts as decimal text, with as many decimals as the most precise of them: "0.10" + "0.2" = "0.30".
 * @throws RangeError for a text that is no plain decimal; ask `isDecimal` first.
 */
export function decimalSum(texts: readonly string[]): string {
  const parsed = texts.map((text) => {
    const m = DECIMAL.exec(text);
    if (!m) throw new RangeError('not a decimal');
    return { sign: m[1] === '-' ? -1n : 1n, whole: m[2]!, fraction: m[3] ?? '' };
  });
  const scale = parsed.reduce((max, p) => Math.max(max, p.fraction.length), 0);
  let sum = 0n;
  for (const p of parsed) sum += p.sign * BigInt(p.whole + p.fraction.padEnd(scale, '0'));
  const digits = (sum < 0n ? -sum : sum).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  return `${sum < 0n ? '-' : ''}${whole}${scale > 0 ? `.${digits.slice(-scale)}` : ''}`;
}

/** Making one costs a hundred times what using it does. By language and decimals: a handful. */
const formats = new Map<string, Intl.NumberFormat>();

/** A decimal text as the language writes it, digit for digit: "4200.50" → "4,200.50". */
export function decimalText(text: string, locale: string): string {
  const decimals = Math.min(DECIMAL.exec(text)?.[3]?.length ?? 0, 100);
  const key = `${locale} ${decimals}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
    formats.set(key, format);
  }
  return format.format(text as `${number}`);
}
