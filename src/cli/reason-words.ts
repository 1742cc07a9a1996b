import type { MeasureDefinition, ReasonCode } from '#analysis/measures/index';
import { measures as english } from '#i18n/messages/en/measures';
import { said } from './command-words.ts';

/** Why a measure has no value; of one that is too much work, with the ids of those of a like question. */
export function reasonText(definition: Pick<MeasureDefinition, 'instead'>, code: ReasonCode): string {
  const reason = english[`measure.reason.${code}`];
  if (code !== 'too-large' || !definition.instead) return reason;
  return said('command-line.instead', { reason, ids: definition.instead.join(', ') });
}
