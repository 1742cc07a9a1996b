import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { examine, loadPhoneRules } from '#domain/identifiers/index';
import { existingEntity, importers, importFileOf, refusedImport } from '#exchange/importers/index';
import { beginBlueKestrel } from './blue-kestrel.ts';
import type { LogWriter } from './log-writer.ts';
import { reports } from './sources.ts';

const LISTS = [
  { file: 'persons.csv', type: 'person' },
  { file: 'vessels.csv', type: 'vessel' },
  { file: 'vehicles.csv', type: 'vehicle' },
  { file: 'subscribers.csv', type: 'phone-number' },
] as const;

/** The same case as it is handed out: reports with their text and four lists brought in; no links, no key. */
export async function blueKestrelHandout(folder: string): Promise<LogWriter> {
  await loadPhoneRules();
  const log = beginBlueKestrel('blue-kestrel-handout', 'Blue Kestrel, as handed out', 'Association chart');
  for (const source of reports(join(folder, 'reports'))) log.run('add-source', { source });
  const importer = importers.find((i) => i.id === 'csv-entities')!;
  const silent = () => {};
  const { signal } = new AbortController();
  for (const { file, type } of LISTS) {
    const data = importFileOf(new Blob([readFileSync(join(folder, file))]), file);
    const preview = await importer.preview(data, { kind: 'entities' }, signal, silent);
    if (refusedImport(preview)) throw new Error(`${file}: ${preview.refused}`);
    let serial = 0;
    const plan = await importer.plan(
      data,
      preview.form,
      { ...preview.guess, entities: { type } },
      {
        newId: () => `${file.replace('.csv', '')}-${++serial}`,
        existing: [...log.state.allOf('entity')].map((e) => existingEntity(e)),
        examine,
        chart: { to: 'none' },
        source: { reference: file, title: 'Handed out with the case' },
      },
      signal,
      silent,
    );
    if (refusedImport(plan)) throw new Error(`${file}: ${plan.refused}`);
    log.run('import-table', {
      summary: {
        source: plan.source.id,
        rows: plan.rows,
        accepted: plan.accepted,
        rejected: plan.rows - plan.accepted,
        entitiesMade: plan.matches.new,
        entitiesMatched: plan.matches.known,
        linksMade: 0,
      },
      steps: [...plan.steps()],
    });
  }
  return log;
}
