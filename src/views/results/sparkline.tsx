const WIDTH = 120;
const HEIGHT = 18;

/**
 * A figure by slice of time as one thin line; slices without a value leave a gap. The words beside it say the same. `range`: lowest and highest value of
 * the scale, where several lines share one; else each fills its own height.
 */
export function Sparkline({
  values,
  range,
}: {
  values: readonly (number | null)[];
  range?: readonly [low: number, high: number];
}) {
  const known = values.filter((v) => v !== null);
  const [low, high] = range ?? [Math.min(...known), Math.max(...known)];
  const x = (i: number) => 3 + (i / Math.max(1, values.length - 1)) * (WIDTH - 6);
  const y = (v: number) => HEIGHT - 3 - ((v - low) / (high - low || 1)) * (HEIGHT - 6);
  let path = '';
  let pen = false;
  for (const [i, v] of values.entries()) {
    if (v !== null) path += `${pen ? 'L' : 'M'}${x(i)} ${y(v)}`;
    pen = v !== null;
  }
  const last = values.findLastIndex((v) => v !== null);
  return (
    <svg className="sparkline" width={WIDTH} height={HEIGHT} aria-hidden="true">
      <path d={path} />
      {last >= 0 && <circle cx={x(last)} cy={y(values[last]!)} r={2.5} />}
    </svg>
  );
}
