import type { ImporterDefinition } from './importer.ts';
import { entityRoles } from './mapping/mapping.ts';
import { planImport } from './plan/plan-import.ts';
import { previewTable } from './preview.ts';

/** Entities from CSV, TSV and their kin: one a row, matched with those the case has. */
export const csvEntities = {
  id: 'csv-entities',
  extensions: ['csv', 'tsv', 'tab', 'txt'],
  roles: entityRoles,
  preview: (file, options, signal, progress) => previewTable(file, { ...options, kind: 'entities' }, signal, progress),
  plan: (file, form, mapping, context, signal, progress) =>
    planImport(file, form, { ...mapping, kind: 'entities' }, context, signal, progress),
} as const satisfies ImporterDefinition;
