import { t } from '#i18n/index';
import type { MatrixOrder } from '#queries/association-matrix';
import { overlapOf } from '#queries/groups';
import { appliedText, nameOfFigure } from './applied-words.ts';
import { communityRows, measureRows } from './figure-rows.ts';
import { type Answer, type Asked, appliedGraph, withinOf } from './last-answer.ts';

/** Something the matrix can be ordered by. */
export interface OrderChoice {
  readonly id: string;
  readonly order: MatrixOrder;
  /** The result it rests on, with the words that tell it from others. */
  readonly result?: { readonly answer: Answer; readonly name: string; readonly told: string };
}

const PLAIN = (['type', 'name', 'associated'] as const).map((by): OrderChoice => ({ id: by, order: { by } }));

/**
 * By what the matrix can be ordered: always by type, name and number of associates, and by each result that stands: the answer, what stands beside it.
 * A first estimate that is still made better would move the rows under the hand, and ranks within groups are not on one scale: neither is offered, nor are
 * groups that overlap.
 */
export function orderChoices({ answer, columns = [], groups }: Asked): readonly OrderChoice[] {
  const results = [...(answer ? [answer] : []), ...columns, ...(groups ? [groups] : [])];
  return [
    ...PLAIN,
    ...results.flatMap((each, i): OrderChoice[] => {
      // Who is in several groups would have to be put into one of them.
      if (each.kind === 'groups' && overlapOf(each.result)) return [];
      if (withinOf(each) !== undefined || (each.kind === 'measure' && each.refining)) return [];
      const { scope, revision } = each.result;
      const graph = appliedGraph(each.asked);
      const told = appliedText({ measure: each.id, scope, revision, ...(graph && { graph }) });
      return [
        {
          id: `${each.kind} ${each.id} ${i}`,
          order: orderBy(each),
          result: { answer: each, name: nameOfFigure(each.id), told },
        },
      ];
    }),
  ];
}

/** The choice of this id, or the first where its result no longer stands. */
export function orderOf(asked: Asked, id: string): OrderChoice {
  const choices = orderChoices(asked);
  return choices.find((c) => c.id === id) ?? choices[0]!;
}

function orderBy(answer: Answer): MatrixOrder {
  const rows = answer.kind === 'groups' ? communityRows(answer.result) : measureRows(answer.result);
  return {
    by: answer.kind === 'groups' ? 'group' : 'value',
    of: new Map(rows.flatMap(({ id, value }) => (value === undefined ? [] : [[id, value] as const]))),
  };
}

/** By what rows and columns are ordered, in a sentence. */
export function orderText({ order, result }: OrderChoice): string {
  return result
    ? t(`association-matrix.ordered.${order.by as 'value' | 'group'}`, { figure: result.told })
    : t(`association-matrix.ordered.${order.by as 'type' | 'name' | 'associated'}`);
}
