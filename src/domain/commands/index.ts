import { addSource } from './add-source.ts';
import { applyMeasure } from './apply-measure.ts';
import { arrangeChart } from './arrange-chart.ts';
import { clearMeasure } from './clear-measure.ts';
import { createCase } from './create-case.ts';
import { createChart } from './create-chart.ts';
import { createEntity } from './create-entity.ts';
import { dateRole } from './date-role.ts';
import { deleteRecords } from './delete-records.ts';
import { editCaseProperties } from './edit-case-properties.ts';
import { editChart } from './edit-chart.ts';
import { editEntity } from './edit-entity.ts';
import { editGroup } from './edit-group.ts';
import { editLink } from './edit-link.ts';
import { editSource } from './edit-source.ts';
import { editStatement } from './edit-statement.ts';
import { fillCells } from './fill-cells.ts';
import { foldGroup } from './fold-group.ts';
import { groupItems } from './group-items.ts';
import { hideItems } from './hide-items.ts';
import { importTable } from './import-table.ts';
import { liftProtection } from './lift-protection.ts';
import { linkEntities } from './link-entities.ts';
import { mergeEntities } from './merge-entities.ts';
import { moveItems } from './move-items.ts';
import { pinItems } from './pin-items.ts';
import { placeItems } from './place-items.ts';
import { protectPerson } from './protect-person.ts';
import { regradeSource } from './regrade-source.ts';
import { regradeStatement } from './regrade-statement.ts';
import { relink } from './relink.ts';
import { removeFromChart } from './remove-from-chart.ts';
import { stateBasis } from './state-basis.ts';
import { styleItems } from './style-items.ts';
import { tagRecords } from './tag-records.ts';
import { unfoldGroup } from './unfold-group.ts';
import { unmergeEntities } from './unmerge-entities.ts';

/** Every act that alters a case. Undo and redo are not here: they append inverted steps of one of these. */
export const commands = [
  createCase,
  editCaseProperties,
  createEntity,
  editEntity,
  dateRole,
  protectPerson,
  liftProtection,
  linkEntities,
  editLink,
  relink,
  addSource,
  editSource,
  regradeSource,
  stateBasis,
  editStatement,
  regradeStatement,
  tagRecords,
  fillCells,
  importTable,
  createChart,
  editChart,
  placeItems,
  moveItems,
  arrangeChart,
  pinItems,
  hideItems,
  styleItems,
  removeFromChart,
  groupItems,
  editGroup,
  foldGroup,
  unfoldGroup,
  applyMeasure,
  clearMeasure,
  mergeEntities,
  unmergeEntities,
  deleteRecords,
] as const;

type AnyCommand = (typeof commands)[number];
export type CommandId = AnyCommand['id'];
export type CommandOf<I extends CommandId> = Extract<AnyCommand, { id: I }>;
export type PayloadOf<I extends CommandId> = Parameters<CommandOf<I>['plan']>[1];

const byId = new Map<string, AnyCommand>(commands.map((c) => [c.id, c]));

export function commandById(id: string): AnyCommand | undefined {
  return byId.get(id);
}
