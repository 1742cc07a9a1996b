/** Pixels. */
const WIDTH = 150;
const HEIGHT = 16;
const EDGE = 6;

/** A rank interval drawn: the line from low to high, the recorded rank as a dot; what lies beyond the axis ends in an arrow. */
export function Whisker({ low, high, rank, axis }: { low: number; high: number; rank: number; axis: number }) {
  const x = (place: number) => EDGE + ((Math.min(place, axis) - 1) / Math.max(1, axis - 1)) * (WIDTH - 2 * EDGE);
  const y = HEIGHT / 2;
  const beyond = high > axis;
  return (
    <svg className="whisker" width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <line className="whisker-axis" x1={EDGE} x2={WIDTH - EDGE} y1={y} y2={y} />
      <line x1={x(low)} x2={x(high)} y1={y} y2={y} />
      <line x1={x(low)} x2={x(low)} y1={y - 4} y2={y + 4} />
      {beyond ? (
        <path d={`M${x(axis) - 3} ${y - 4}l4 4l-4 4`} />
      ) : (
        <line x1={x(high)} x2={x(high)} y1={y - 4} y2={y + 4} />
      )}
      {rank <= axis && <circle cx={x(rank)} cy={y} r={3.5} />}
    </svg>
  );
}
