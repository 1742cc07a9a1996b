/** Parameters are data: one form draws them all, the method statement and the command line read the same list. */
export type Parameter =
  | { readonly name: string; readonly kind: 'choice'; readonly options: readonly string[]; readonly default: string }
  | { readonly name: string; readonly kind: 'switch'; readonly default: boolean }
  /** An attribute that sorts the nodes: the name of one of the network's groupings. */
  | { readonly name: string; readonly kind: 'grouping'; readonly default: string }
  | {
      readonly name: string;
      readonly kind: 'number';
      readonly min: number;
      readonly max: number;
      readonly step: number;
      readonly default: number;
    };

export type ParameterValue = string | number | boolean;
export type ParameterValues = Readonly<Record<string, ParameterValue>>;

/** The given parameters with defaults filled in, or the first that does not fit; a name that is not in the list does not fit. */
export function fillParameters(
  parameters: readonly Parameter[],
  given: ParameterValues,
): { readonly values: ParameterValues } | { readonly unfit: string } {
  const known = new Set(parameters.map((p) => p.name));
  for (const name of Object.keys(given)) if (!known.has(name)) return { unfit: name };
  const values: Record<string, ParameterValue> = {};
  for (const p of parameters) {
    const value = Object.hasOwn(given, p.name) ? given[p.name]! : p.default;
    if (!fits(p, value)) return { unfit: p.name };
    values[p.name] = value;
  }
  return { values };
}

function fits(p: Parameter, value: ParameterValue): boolean {
  if (p.kind === 'grouping') return typeof value === 'string' && value !== '';
  if (p.kind === 'choice') return typeof value === 'string' && p.options.includes(value);
  if (p.kind === 'switch') return typeof value === 'boolean';
  return typeof value === 'number' && value >= p.min && value <= p.max;
}
