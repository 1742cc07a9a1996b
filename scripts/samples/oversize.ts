import type { LinkTypeId } from '#domain/link-types/index';
import { defaultStages } from '#domain/stages/index';
import { arranged } from './arranged.ts';
import { LogWriter } from './log-writer.ts';
import { table } from './sources.ts';

const CITATION =
  'G. Berlusconi, F. Calderoni, N. Parolini, M. Verani, C. Piccardi, "Link Prediction in Criminal Networks: A Tool for Criminal Intelligence Analysis", PLOS ONE 11(4), e0154244 (2016). CC BY 4.0. Persons are coded.';

/** The three files of the operation, each a source and a relation of its own between the same 182 persons. */
const LAYERS: Readonly<Record<string, { title: string; type: LinkTypeId; wording: string }>> = {
  wiretap_records: { title: 'Wiretap records', type: 'called', wording: 'in the wiretap records' },
  arrest_warrant: { title: 'Arrest warrant', type: 'associate', wording: 'in the arrest warrant' },
  judgment: { title: 'Judgment', type: 'associate', wording: 'in the judgment' },
};

/** 182 coded persons in three relations: what the police heard, what the warrant says, what the court found. */
export function oversize(folder: string): LogWriter {
  const log = new LogWriter('oversize', '2026-01-05T01:00:00.000Z');
  log.run('create-case', {
    properties: {
      id: 'case',
      kind: 'case',
      caseId: 'oversize',
      title: 'Operation Oversize',
      marking: 'PUBLIC · published research data, persons coded',
      zone: 'Europe/Rome',
      stages: [...defaultStages],
      training: CITATION,
    },
    chart: { id: 'c1', kind: 'chart', name: 'Wiretap records', multiplicity: 'single', skin: 'icons' },
  });
  const persons = table(folder, 'nodes.csv').map((r) => r.id!);
  const rows = table(folder, 'edges_layers.csv').map((r, i) => ({ ...r, row: i + 2 }) as unknown as Edge);
  for (const [layer, { title }] of Object.entries(LAYERS))
    log.run('add-source', {
      source: {
        id: `s-${layer}`,
        kind: 'source',
        sourceKind: 'dataset',
        reference: 'edges_layers.csv',
        title,
        notes: CITATION,
      },
    });
  log.run('import-table', {
    summary: {
      source: 's-wiretap_records',
      rows: rows.length,
      accepted: rows.length,
      rejected: 0,
      entitiesMade: persons.length,
      entitiesMatched: 0,
      linksMade: rows.length,
    },
    steps: [
      ...persons.map((label) => ({
        id: label.toLowerCase(),
        before: null,
        after: { id: label.toLowerCase(), kind: 'entity' as const, type: 'person' as const, label },
      })),
      ...rows.map((r) => {
        const { type, wording } = LAYERS[r.layer]!;
        const id = `l${r.row}`;
        return {
          id,
          before: null,
          after: {
            id,
            kind: 'link' as const,
            type,
            wording,
            from: r.source.toLowerCase(),
            to: r.target.toLowerCase(),
            direction: 'none' as const,
            strength: 'confirmed' as const,
            tags: [r.layer],
            basis: [{ source: `s-${r.layer}`, rows: String(r.row) }],
          },
        };
      }),
    ],
  });
  const linked = persons.map((p) => p.toLowerCase()).filter((p) => log.state.linksOf(p).size > 0);
  arranged(log, 'c1', linked);
  return log;
}

interface Edge {
  readonly layer: string;
  readonly source: string;
  readonly target: string;
  /** Row in the file, the header being 1. */
  readonly row: number;
}
