import { t } from '#i18n/index';
import type { MatrixOrder, OrderedEntities } from '#queries/association-matrix';
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
    ...toldApart(
      results.flatMap((each, i): OrderChoice[] => {
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
    ),
  ];
}

/** Of results of one name each is named with its scope, graph and change; where these are one too, by its number. */
function toldApart(choices: readonly OrderChoice[]): OrderChoice[] {
  const alike = (of: 'name' | 'told', as: OrderChoice) => choices.filter((c) => c.result?.[of] === as.result?.[of]);
  return choices.map((choice) => {
    const { result } = choice;
    if (!result || alike('name', choice).length === 1) return choice;
    const same = alike('told', choice);
    const number = same.indexOf(choice) + 1;
    const name =
      same.length === 1 ? result.told : t('association-matrix.order.numbered', { figure: result.told, number });
    return { ...choice, result: { ...result, name } };
  });
}

/** Row → number of the group that begins there. */
export type GroupStarts = ReadonlyMap<number, number | undefined>;

/** Number of the group, from 1, that begins at a row; `undefined` where those in none begin. */
export function groupStarts({ order }: OrderChoice, { blocks }: OrderedEntities): GroupStarts {
  if (order.by !== 'group') return new Map();
  return new Map(blocks.map(({ start, of }) => [start, typeof of === 'number' ? of + 1 : undefined]));
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

/** The group, from 1, of each row, where rows stand by groups: `undefined` for those in none. Empty: they do not. */
export function groupsOfRows(choice: OrderChoice, ordered: OrderedEntities): readonly (number | undefined)[] {
  if (choice.order.by !== 'group') return [];
  const starts = groupStarts(choice, ordered);
  return ordered.blocks.flatMap(({ start }, i) => {
    const end = ordered.blocks[i + 1]?.start ?? ordered.ids.length;
    return Array.from({ length: end - start }, () => starts.get(start));
  });
}

/** By what rows and columns are ordered, in a sentence. */
function orderText({ order, result }: OrderChoice): string {
  return result
    ? t(`association-matrix.ordered.${order.by as 'value' | 'group'}`, { figure: result.told })
    : t(`association-matrix.ordered.${order.by as 'type' | 'name' | 'associated'}`);
}

/** A sentence on the order of the rows; `warns`: they stand by what is no longer so. */
export interface OrderNote {
  readonly text: string;
  readonly warns?: true;
}

/**
 * All there is to say of the order of the rows, the same on the screen, on paper and in a file: by what, how many have no value in it, and whether that is
 * still so. `stale` is undefined until the result has been checked against the case.
 */
export function orderNotes(
  choice: OrderChoice,
  { ids, blocks }: OrderedEntities,
  stale: boolean | undefined,
): readonly OrderNote[] {
  const notes: OrderNote[] = [{ text: orderText(choice) }];
  if (!choice.result) return notes;
  const last = blocks.find((b) => b.of === undefined);
  if (last) notes.push({ text: t('association-matrix.ordered.without', { count: ids.length - last.start }) });
  if (stale === undefined) notes.push({ text: t('results.checking') });
  else if (stale) notes.push({ text: t('association-matrix.ordered.stale'), warns: true });
  return notes;
}
