import { type CSSProperties, type ReactNode, useId } from 'react';
import type { Strength } from '#domain/link/link';
import { number } from '#i18n/index';
import { useT } from '#i18n/react';
import { Icon, type IconName } from '../icon/index.ts';
import { Button } from './button.tsx';

export type Tone = 'plain' | 'protected' | 'warning' | 'danger' | 'success';

export function Tag({
  tone = 'plain',
  icon,
  title,
  children,
}: {
  tone?: Tone;
  icon?: IconName;
  title?: string;
  children: ReactNode;
}) {
  return (
    <span className={tone === 'plain' ? 'tag' : `tag tag-${tone}`} title={title}>
      {icon && <Icon name={icon} size={12} />}
      {children}
    </span>
  );
}

export interface GradeChipProps {
  readonly source: string;
  readonly information: string;
  /** Short name of the scheme, always shown: `4×4`. */
  readonly scheme: string;
  /** The line this grade allows; its border is drawn like that line. Missing = the codes are not known to the scheme. */
  readonly strength?: Strength | undefined;
  /** The codes in words. */
  readonly title?: string;
}

/** Source cell, information cell, scheme. The border is the strength the grade gives a link, the same as on the chart. */
export function GradeChip({ source, information, scheme, strength, title }: GradeChipProps) {
  return (
    <span className={strength === undefined || strength === 'confirmed' ? 'grade' : `grade ${strength}`} title={title}>
      <b>{source}</b>
      <b>{information}</b>
      <small>{scheme}</small>
    </span>
  );
}

/** Something to know in its place: what happened, what was kept, what to do. */
export function Note({
  tone = 'info',
  title,
  children,
  actions,
  live,
}: {
  tone?: 'info' | 'warning' | 'danger' | 'protected';
  title?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  /** Read out as soon as it appears. */
  live?: boolean;
}) {
  const icon = tone === 'info' ? 'info' : tone === 'protected' ? 'protected' : 'warning';
  return (
    <div
      className={tone === 'info' ? 'note' : `note ${tone}`}
      role={live ? (tone === 'danger' ? 'alert' : 'status') : undefined}
    >
      <Icon name={icon} size={14} />
      <div className="body">
        {title && <b>{title} </b>}
        {children}
        {actions && <div className="row">{actions}</div>}
      </div>
    </div>
  );
}

/** A grey bar of work done. Shares only, so give the figures beside it. */
export function Meter({ done, of, label }: { done: number; of: number; label: string }) {
  const share = of > 0 ? Math.min(1, Math.max(0, done / of)) : 0;
  return (
    <span
      className="meter"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={of}
      aria-valuenow={done}
    >
      <i style={{ '--done': `${(share * 100).toFixed(1)}%` } as CSSProperties} />
    </span>
  );
}

export interface JobLineProps {
  /** What is being worked on, a whole phrase. */
  readonly label: string;
  readonly done: number;
  /** 0 = not known yet; then no bar is drawn. */
  readonly of: number;
  readonly onCancel?: (() => void) | undefined;
}

/** What is done of what, in figures, a bar, Cancel. */
export function JobLine({ label, done, of, onCancel }: JobLineProps) {
  const t = useT();
  return (
    <span className="job">
      <span>{label}</span>
      {of > 0 && <Meter done={done} of={of} label={label} />}
      {of > 0 && <span>{t('controls.done-of', { done: number(done), of: number(of) })}</span>}
      {onCancel && (
        <Button variant="link" onClick={onCancel}>
          {t('controls.cancel')}
        </Button>
      )}
    </span>
  );
}

/** Nothing here yet, or something went wrong here: one bold line, one plain line, the ways on as buttons. */
export function EmptyState({
  title,
  children,
  actions,
  error,
}: {
  title: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  error?: boolean;
}) {
  return (
    <div className="state" role={error ? 'alert' : undefined}>
      <b className={error ? 'danger-text' : undefined}>
        {error && <Icon name="warning" size={14} />}
        {title}
      </b>
      {children && <span className={error ? undefined : 'muted'}>{children}</span>}
      {actions && <span className="row">{actions}</span>}
    </div>
  );
}

/** A part of a side panel under its own heading. */
export function Section({ title, end, children }: { title: ReactNode; end?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section className="sec" aria-labelledby={id}>
      <div className="sec-head">
        <h3 id={id}>{title}</h3>
        {end !== undefined && <span className="end">{end}</span>}
      </div>
      {children}
    </section>
  );
}
