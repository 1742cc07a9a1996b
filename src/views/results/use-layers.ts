import { tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { useByLayer } from '#queries/by-layer';
import { useOpenCase } from '#queries/case-context';
import { useWholeNetwork } from '#queries/whole-network';
import { type LayeredMeasure, type NetworkAsked, USUAL_LAYERED } from '../last-answer.ts';
import { groupsKept } from './kept-groups.ts';
import type { FoundLayers } from './layers-words.ts';
import { LONG_WAIT, type LongWork, longWork } from './long-work.ts';
import { useWhole, type Whole } from './use-whole.ts';

/** Whoever would wait longer than this many seconds for the measure is shown the kinds of links first. */
const SHORT_WAIT = 1;

/** Kinds of links and a measure in each, worked out while they are looked at. What would take long is offered, and not begun. */
export function useLayers(
  asked: NetworkAsked,
  onMeasure: (layered: LayeredMeasure) => void,
): Whole<FoundLayers & { readonly long?: LongWork }> {
  const t = useT();
  const open = useOpenCase();
  const whole = useWholeNetwork();
  const desk = useByLayer();
  const layered = asked.layered ?? USUAL_LAYERED;
  const { id, parameters, patient } = layered;
  const label = t('link-figures.layers.running', { measure: tDynamic(`measure.${id}.name`) });
  return useWhole(asked, label, async (now, request, run, show) => {
    const layers = await whole.layers(now, request, run);
    if (!layers.ok) return layers;
    const groups = Object.values(parameters).includes('community') ? groupsKept(open) : undefined;
    const question = { ...request, measure: id, parameters, ...(groups && { groups }) };
    const cost = await desk.estimate(now, question, run);
    if (!cost.ok) {
      show({ layers: layers.figure });
      return cost;
    }
    if (cost.figure.seconds > LONG_WAIT && !patient) {
      const long = longWork(layered, cost.figure, {
        exactly: () => onMeasure({ ...layered, patient: true }),
        instead: (estimate) => onMeasure(estimate({ id, parameters })),
      });
      return { ok: true, figure: { layers: layers.figure, long } };
    }
    if (cost.figure.seconds > SHORT_WAIT) show({ layers: layers.figure });
    const measured = await desk.measure(now, question, run);
    // Kinds of links stand without it.
    if (!measured.ok) show({ layers: layers.figure });
    return measured.ok ? { ok: true, figure: { layers: layers.figure, measured: measured.figure } } : measured;
  });
}
