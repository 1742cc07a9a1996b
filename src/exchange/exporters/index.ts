import { csvTable } from './csv-table.ts';
import type { ExporterDefinition } from './exporter.ts';

export { csvLines } from './csv-table.ts';
export type { ExporterDefinition } from './exporter.ts';
export { rejectedRows } from './rejected-rows.ts';

/** In the order menus show them. */
export const exporters = [csvTable] as const satisfies readonly ExporterDefinition[];

export type ExporterId = (typeof exporters)[number]['id'];
