import { type IconName, type IconShape, shapes } from './shapes.ts';

/** A symbol in the ink of its text. Without `label` it is decoration beside words and hidden from screen readers. */
export function Icon({ name, size = 16, label }: { name: IconName; size?: 12 | 14 | 16 | 20 | 24; label?: string }) {
  const paths = (shapes[name] as readonly IconShape[]).map((s) => (
    <path
      key={s.d}
      d={s.d}
      strokeDasharray={s.dash}
      strokeWidth={s.width}
      fill={s.solid ? 'currentColor' : undefined}
    />
  ));
  const className = size === 16 ? 'i' : `i i-${size}`;
  if (label === undefined)
    return (
      <svg className={className} viewBox="0 0 24 24" aria-hidden="true">
        {paths}
      </svg>
    );
  return (
    <svg className={className} viewBox="0 0 24 24" role="img" aria-label={label}>
      <title>{label}</title>
      {paths}
    </svg>
  );
}

export function isIconName(name: string): name is IconName {
  return Object.hasOwn(shapes, name);
}
