import type { ImporterDefinition } from './importer.ts';
import { linkRoles } from './mapping/mapping.ts';
import { planImport } from './plan/plan-import.ts';
import { previewTable } from './preview.ts';

/** Links from CSV, TSV and their kin: two columns are the ends, one link a row or equal rows summed. */
export const csvLinks = {
  id: 'csv-links',
  extensions: ['csv', 'tsv', 'tab', 'txt'],
  roles: linkRoles,
  preview: (file, options, signal, progress) => previewTable(file, { ...options, kind: 'links' }, signal, progress),
  plan: (file, form, mapping, context, signal, progress) =>
    planImport(file, form, { ...mapping, kind: 'links' }, context, signal, progress),
} as const satisfies ImporterDefinition;
