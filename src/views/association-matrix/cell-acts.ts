import type { CaseState } from '#domain/change/case-state';
import type { Link } from '#domain/link/link';
import type { LinkTypeId } from '#domain/link-types/index';
import type { Id } from '#domain/record';
import { t } from '#i18n/index';
import { linkWords, nameOf } from '#i18n/record-words';
import type { OpenCase } from '#queries/open-case';
import { select, selection } from '#session/selection';
import { announce } from '#ui/dialogs/index';
import { said } from '../acts.tsx';
import { drawnLink, nextDirection, nextStrength } from '../link-edits.ts';

/** All links between two, also those that a filter keeps off: whoever edits a cell is not to draw one of them again. */
export function linksBetween(state: CaseState, row: Id, column: Id): readonly Id[] {
  return [...state.linksOf(row)].filter((id) => {
    const link = state.link(id);
    return link !== undefined && (link.from === column || link.to === column);
  });
}

/** Selected links that are there. */
function selectedLinks(state: CaseState): readonly Link[] {
  return selection.get().flatMap((id) => state.link(id) ?? []);
}

/** Changes links in one command, and so in one undo. */
export async function editLinks(
  open: OpenCase,
  links: readonly Link[],
  set: Partial<Link>,
  told: string,
): Promise<void> {
  const act =
    links.length === 1
      ? open.run('edit-link', { id: links[0]!.id, set })
      : open.run('fill-cells', { links: links.map((l) => ({ id: l.id, set })) });
  if (await said(act)) announce(told);
}

/** The key for the strength: the next one, for all selected links. */
export function turnStrength(open: OpenCase): void {
  const links = selectedLinks(open.snapshot().state);
  if (!links[0]) {
    announce(t('link-chart.said.select-links'));
    return;
  }
  const strength = nextStrength(links[0].strength);
  const word = t(`link-chart.strength.${strength}`);
  void editLinks(open, links, { strength }, t('link-chart.said.strength', { strength: word }));
}

export function turnDirection(open: OpenCase): void {
  const links = selectedLinks(open.snapshot().state);
  if (!links[0]) {
    announce(t('link-chart.said.select-links'));
    return;
  }
  const direction = nextDirection(links[0].direction);
  const word = t(`link-chart.direction.${direction}`);
  void editLinks(open, links, { direction }, t('link-chart.said.direction', { direction: word }));
}

/** Draws a link between the entities of a row and a column, as on a chart: unconfirmed, until a source says more. */
export async function linkCell(
  open: OpenCase,
  row: Id,
  column: Id,
  [type, wording, reversed]: readonly [type: LinkTypeId, wording: string | undefined, reversed: boolean],
): Promise<void> {
  const link = drawnLink(row, column, type, wording, reversed);
  if (!(await said(open.run('link-entities', { link })))) return;
  const { state } = open.snapshot();
  select([link.id]);
  announce(
    t('link-chart.said.linked', {
      from: nameOf(state.entity(link.from)),
      to: nameOf(state.entity(link.to)),
      what: linkWords(link),
      strength: t(`link-chart.strength.${link.strength}`),
    }),
  );
}
