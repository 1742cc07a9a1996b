import type { Entity } from '../entity/entity.ts';
import { isDecimal, type RecordFinding } from '../entity-types/findings.ts';
import { warn } from '../identifiers/finding.ts';
import type { Link } from '../link/link.ts';
import { findingsOfSpan, relation } from '../time/bounds.ts';
import { linkType } from './index.ts';
import { isUsual } from './suggest.ts';

/** Everything to be warned of in one link, given its ends. Nothing here refuses: the record stands as stated. */
export function findingsOfLink(link: Link, from: Entity, to: Entity, caseZone: string): readonly RecordFinding[] {
  const found: RecordFinding[] = [];
  const type = linkType(link.type);
  if (link.from === link.to) found.push(warn('finding.link.itself'));
  if (!endsUsual(link, from, to)) found.push(warn('finding.link.ends-unusual'));
  if (type.directed && link.direction === 'none') found.push(warn('finding.link.direction-missing'));
  if (!type.directed && (link.direction === 'forward' || link.direction === 'back'))
    found.push(warn('finding.link.direction-given'));
  if (link.count !== undefined && !(Number.isSafeInteger(link.count) && link.count > 0)) {
    found.push(warn('finding.link.count-unreadable', { count: link.count }));
  }
  if (link.type === 'paid' && (link.amounts ?? []).length === 0) found.push(warn('finding.link.amount-missing'));
  for (const { amount, currency } of link.amounts ?? []) {
    if (!isDecimal(amount)) found.push(warn('finding.link.amount-unreadable', { amount }));
    if (currency.trim() === '') found.push(warn('finding.link.currency-missing', { amount }));
  }
  if (link.span) {
    found.push(...findingsOfSpan(link.span, caseZone));
    const apart = [from, to].some((end) => {
      const lies = relation(link.span, end.span, caseZone);
      return lies === 'before' || lies === 'after';
    });
    if (apart) found.push(warn('finding.link.outside-life'));
  }
  return found;
}

/** The ends as the link reads: `back` reads from the second to the first, `both` and `none` may read either way. */
function endsUsual(link: Link, from: Entity, to: Entity): boolean {
  const straight = isUsual(link.type, from.type, to.type);
  const turned = isUsual(link.type, to.type, from.type);
  if (link.direction === 'forward') return straight;
  return link.direction === 'back' ? turned : straight || turned;
}
