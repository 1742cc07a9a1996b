import { useDeferredValue, useMemo, useState } from 'react';
import { isEntityTypeId } from '#domain/entity-types/index';
import { categoryMark, SEVERAL } from '#drawing/style/categories';
import { categoryColour } from '#drawing/style/colours';
import { linePattern } from '#drawing/style/lines';
import { DOUBTFUL_DASH } from '#drawing/style/rank-badge';
import { number, tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { useOpenCase } from '#queries/case-context';
import { IconButton } from '#ui/controls/index';
import { Icon } from '#ui/icon/index';
import { appliedText, scaleWords, stabilityWords } from '../applied-words.ts';
import type { ChartView } from './chart-view.ts';
import { legendOf } from './legend-count.ts';

const TYPES_SHOWN = 8;

/** Exactly what is on the chart now, computed from it, with counts. */
export function ChartLegend({ view, theme }: { view: ChartView; theme: 'light' | 'dark' }) {
  const t = useT();
  const open = useOpenCase();
  const [folded, setFolded] = useState(false);
  const [all, setAll] = useState(false);
  // What was edited is drawn first; the counts follow at once.
  const drawn = useDeferredValue(view);
  const legend = useMemo(() => legendOf(drawn, open.snapshot().state), [drawn, open]);
  const types = all ? legend.types : legend.types.slice(0, TYPES_SHOWN);
  const more = legend.types.length - types.length;
  const { size, colour, label, badge } = view.figures.applied;
  const stability = colour && stabilityWords(colour);
  const alone = view.figures.overlapping;
  return (
    <section className="chart-legend" data-canvas-corner aria-label={t('link-chart.legend')}>
      <h4>
        {t('link-chart.legend')} <span>{t('link-chart.legend.on-chart')}</span>
        <IconButton
          icon={folded ? 'up' : 'down'}
          iconSize={12}
          label={t(folded ? 'link-chart.legend.unfold' : 'link-chart.legend.fold')}
          className="chart-legend-fold"
          aria-expanded={!folded}
          onClick={() => setFolded(!folded)}
        />
      </h4>
      {!folded && (
        <ul>
          {types.map((type) => (
            <li key={type.key} className={type.key === 'protected' ? 'protected' : undefined}>
              <Icon name={type.icon} size={14} />
              {isEntityTypeId(type.key)
                ? t(`entity-type.${type.key}`)
                : t(type.key === 'group' ? 'link-chart.legend.folded' : 'link-chart.legend.protected')}
              <em>{number(type.count)}</em>
            </li>
          ))}
          {more > 0 && (
            <li>
              <button type="button" className="btn btn-link" onClick={() => setAll(true)}>
                {t('link-chart.legend.more', { count: more })}
              </button>
            </li>
          )}
          {legend.categories.map(({ category, count }) => {
            const mark = categoryMark(category);
            const ink = categoryColour(theme, category).ink;
            return (
              <li key={category}>
                <svg className="legend-badge" viewBox="0 0 22 22" aria-hidden="true">
                  <path
                    d={mark?.badge ?? ''}
                    fill={mark?.hollow ? 'none' : ink}
                    stroke={mark?.hollow ? ink : 'none'}
                    strokeWidth={4}
                  />
                </svg>
                {category === SEVERAL
                  ? t('drawing.legend.several')
                  : colour
                    ? t(alone ? 'drawing.legend.in-group-alone' : 'drawing.legend.in-group', { number: category })
                    : t('link-chart.legend.category', { name: category })}
                <em>{number(count)}</em>
              </li>
            );
          })}
          {legend.outside.map(({ why, count }) => (
            <li key={why}>
              <svg className="legend-badge" viewBox="0 0 22 22" aria-hidden="true">
                <circle cx="11" cy="11" r="7" fill="none" stroke="currentColor" strokeWidth={1.5} />
                {why === 'by-hand' && <circle cx="16" cy="16" r="4" fill="currentColor" />}
              </svg>
              {t(`drawing.legend.outside.${why}`)}
              <em>{number(count)}</em>
            </li>
          ))}
          {legend.strengths.map(({ strength, count }) => {
            const { dash, cap } = linePattern(strength);
            return (
              <li key={strength}>
                <svg className="legend-line" viewBox="0 0 26 8" aria-hidden="true">
                  <path d="M1 4h24" strokeDasharray={dash.join(' ')} strokeLinecap={cap} strokeWidth={1.25} />
                </svg>
                {t(`link-chart.strength.${strength}`)}
                <em>{number(count)}</em>
              </li>
            );
          })}
          {legend.heavy.map(({ width, count }) => (
            <li key={width}>
              <svg className="legend-line" viewBox="0 0 26 8" aria-hidden="true">
                <path d="M1 4h24" strokeWidth={width} />
              </svg>
              {tDynamic(width >= 3 ? 'drawing.width.2' : 'drawing.width.1')}
              <em>{number(count)}</em>
            </li>
          ))}
          {legend.lines < legend.links && (
            <li className="legend-note">
              {t('link-chart.legend.lines', { lines: number(legend.lines), links: number(legend.links) })}
            </li>
          )}
          {legend.doubted > 0 && (
            <li>
              <svg className="legend-badge" viewBox="0 0 22 22" aria-hidden="true">
                <circle cx="11" cy="11" r="8" fill="none" stroke="currentColor" strokeDasharray="3 2.5" />
              </svg>
              {t('link-chart.legend.doubted')}
              <em>{number(legend.doubted)}</em>
            </li>
          )}
          {legend.pinned > 0 && (
            <li>
              <Icon name="pin" size={14} />
              {t('link-chart.legend.pinned')}
              <em>{number(legend.pinned)}</em>
            </li>
          )}
          {legend.unsourced > 0 && (
            <li>
              <Icon name="warning" size={14} />
              {t('link-chart.legend.unsourced')}
              <em>{number(legend.unsourced)}</em>
            </li>
          )}
          {legend.doubtfulMembers > 0 && (
            <li className="legend-figure">
              <svg className="legend-badge" viewBox="0 0 22 22" aria-hidden="true">
                <circle cx="11" cy="11" r="5" fill="none" stroke="currentColor" strokeWidth={1.5} />
                <circle
                  cx="11"
                  cy="11"
                  r="8.5"
                  fill="none"
                  stroke="currentColor"
                  strokeWidth={1.5}
                  strokeDasharray={DOUBTFUL_DASH.join(' ')}
                />
              </svg>
              {stability ? t('drawing.legend.doubtful-member', stability) : t('drawing.legend.doubtful-member.plain')}
              <em>{number(legend.doubtfulMembers)}</em>
            </li>
          )}
          {size && (
            <li className="legend-figure">
              {[
                t('link-chart.legend.sized', { measure: appliedText(size) }),
                ...scaleWords(view.figures.sizeScale, legend.unsized > 0),
              ].join('. ')}
            </li>
          )}
          {colour && (
            <li className="legend-figure">{t('link-chart.legend.coloured', { measure: appliedText(colour) })}</li>
          )}
          {label && legend.labelled > 0 && (
            <li className="legend-figure">
              {t('drawing.legend.label', { measure: appliedText(label) })}
              <em>{number(legend.labelled)}</em>
            </li>
          )}
          {badge && legend.ranked > 0 && (
            <li className="legend-figure">
              {t('drawing.legend.badge', { measure: appliedText(badge) })}
              <em>{number(legend.ranked)}</em>
            </li>
          )}
        </ul>
      )}
    </section>
  );
}
