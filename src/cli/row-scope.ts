import { PROOF } from '#analysis/graph/network';
import { WORTH_STEPS } from '#domain/grading/strength';
import { type BadInput, isBad } from './cli-command.ts';
import { windowOf } from './clock.ts';
import { said } from './command-words.ts';
import type { LinkColumns } from './links-table.ts';
import { listed } from './network-options.ts';
import { type Options, text } from './options.ts';

/** Why a row of `--links` plays no part; a row counts under the first that holds. */
export type LeftOutBy =
  | 'node'
  | 'layer'
  | 'strength'
  | 'grade'
  | 'undated'
  | 'window'
  | 'currency'
  | 'unweighed'
  /** Two-mode: both ends are of one kind. */
  | 'one-kind';

export type LeftOut = ReadonlyMap<LeftOutBy, number>;

export interface RowScope {
  /** Rows of the table, ascending. */
  readonly kept: readonly number[];
  readonly leftOut: LeftOut;
  /** The one currency that amounts are in, where a column says them. */
  readonly currency: string | undefined;
}

/**
 * Which rows the options let in, and why the others are out. A row whose time is uncertain is in where it may lie in the window, one without a time only with
 * `--undated`. `isNode`: whether an end is a node. `windowed`: false where the command reads the window for itself.
 */
export function rowsInScope(
  columns: LinkColumns,
  isNode: (id: string) => boolean,
  options: Options,
  windowed: boolean,
): RowScope | BadInput {
  const { layer, proof, grade, times, weight, currency } = columns;
  const only = listed(options, 'only');
  const unknown = only?.find((word) => !layer!.includes(word));
  if (unknown !== undefined) return { bad: `--only: no "${unknown}" in the column of --layer` };
  const weakest = options.get('confirmed-only') === true ? 'confirmed' : (text(options, 'weakest') ?? 'tentative');
  const graded = text(options, 'graded');
  const window = windowOf(options);
  if (isBad(window)) return window;
  const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = window;
  const isCut = windowed && (options.has('after') || options.has('before'));
  const undated = options.get('undated') === true;
  const outBy = (r: number): LeftOutBy | undefined => {
    if (!isNode(columns.source[r]!) || !isNode(columns.target[r]!)) return 'node';
    if (only && !only.includes(layer![r]!)) return 'layer';
    if (proof && proof[r]! > PROOF[weakest as keyof typeof PROOF]) return 'strength';
    if (graded && grade![r]! < WORTH_STEPS[graded as 'middling' | 'strong']) return 'grade';
    if (!isCut) return undefined;
    const [begin, end] = [times!.begin[r]!, times!.end[r]!];
    if (Number.isNaN(begin)) return undated ? undefined : 'undated';
    return end <= from || begin >= to ? 'window' : undefined;
  };
  const why: (LeftOutBy | undefined)[] = columns.source.map((_, r) => outBy(r));
  const code = currencyOf(columns, why, options);
  if (isBad(code)) return code;
  for (const [r, reason] of why.entries()) {
    if (reason) continue;
    if (weight && Number.isNaN(weight[r]!)) why[r] = 'unweighed';
    else if (currency && currency[r] !== code.currency) why[r] = 'currency';
  }
  const leftOut = new Map<LeftOutBy, number>();
  for (const reason of why) if (reason) leftOut.set(reason, (leftOut.get(reason) ?? 0) + 1);
  return { kept: why.flatMap((reason, r) => (reason ? [] : [r])), leftOut, currency: code.currency };
}

/** The one currency of the amounts that are taken in. Sums over several would be of nothing. */
function currencyOf(
  { currency, weight }: LinkColumns,
  why: readonly (LeftOutBy | undefined)[],
  options: Options,
): { readonly currency: string | undefined } | BadInput {
  if (!currency) return { currency: undefined };
  const there = new Set(currency.filter((_, r) => !why[r] && !Number.isNaN(weight![r]!)));
  const known = [...there].map((code) => code || said('command-line.no-currency', {})).join(', ');
  const asked = text(options, 'only-currency')?.trim();
  if (asked !== undefined)
    return there.has(asked)
      ? { currency: asked }
      : {
          bad: said('command-line.no-word', {
            option: 'only-currency',
            word: asked,
            known: known || said('command-line.none', {}),
          }),
        };
  if (there.size > 1)
    return { bad: said('command-line.currencies', { known, one: [...there].find((c) => c !== '')! }) };
  return { currency: [...there][0] };
}
