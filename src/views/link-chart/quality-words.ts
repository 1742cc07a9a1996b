import { number, t } from '#i18n/index';
import type { LayoutQuality } from '#queries/analysis';

/** Figures as they are shown; what was sampled carries a sign for "about". */
export function qualityWords(q: LayoutQuality): { stress: string; crossings: string; overlaps: string } {
  const about = (sampled: boolean, text: string) => (sampled ? `≈ ${text}` : text);
  return {
    stress: Number.isNaN(q.stress)
      ? t('link-chart.quality.no-links')
      : about(q.stressSampled, number(q.stress, { maximumFractionDigits: 3 })),
    crossings: about(q.crossingsSampled, number(q.crossings)),
    overlaps: number(q.overlaps),
  };
}

/** Figures after a layout beside those before it. */
export function changeWords(before: LayoutQuality, after: LayoutQuality): Record<string, string> {
  const was = qualityWords(before);
  return { ...qualityWords(after), stressWas: was.stress, crossingsWas: was.crossings, overlapsWas: was.overlaps };
}
