import { number, t as say, tDynamic } from '#i18n/index';
import type { PlanReport, Step } from '#queries/exchange';

/** Why a step of an import did not come through. */
export function refusal(step: Exclude<Step<unknown>, { ok: true }>): string {
  if (step.refused === 'cancelled') return say('import-view.cancelled');
  const detail =
    step.detail?.kind === undefined
      ? step.detail
      : { ...step.detail, kind: tDynamic(`import.binary.${step.detail.kind}`) };
  const key = `import.refused.${step.refused}`;
  const text = tDynamic(key, detail);
  return text === key ? say('import-view.failed', { code: step.refused }) : text;
}

/** What an import brought, in sentences for the status line. */
export function whatCame({ counts }: PlanReport, notArranged: boolean): string {
  const made = counts.entities + counts.links > 0 || counts.altered === 0;
  return [
    ...(made ? [say('import-view.done', { entities: number(counts.entities), links: number(counts.links) })] : []),
    ...(counts.altered > 0 ? [say('import-view.done-added', { count: counts.altered })] : []),
    ...(notArranged ? [say('import-view.done-not-arranged')] : []),
    say('import-view.done-undo'),
  ].join(' ');
}
