import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { handlingText } from '#domain/grading/handling';
import { isSchemeId } from '#domain/grading/index';
import type { Source } from '#domain/source/source';

/** Rows of a CSV file as text by column name. The sample sources are our own: a malformed one is a bug. */
export function table(folder: string, name: string): Record<string, string>[] {
  const parsed = Papa.parse<Record<string, string>>(readFileSync(join(folder, name), 'utf8').trimEnd(), {
    header: true,
    delimiter: ',',
  });
  if (parsed.errors.length) throw new Error(`${name}: ${parsed.errors[0]!.message}`);
  return parsed.data;
}

function headed(text: string, heading: string): string {
  const found = new RegExp(`^${heading}:\\s*(.+)$`, 'm').exec(text)?.[1]?.trim();
  if (!found) throw new Error(`report without ${heading}`);
  return found;
}

/** A handling code as the grading scheme of the report means it; words of their own stay words. */
function handlingOf(scheme: string, code: string): string {
  if (/^H[0-3]$/.test(code)) return handlingText({ scheme: 'europol', codes: [code] });
  if (scheme === '5x5x5') return handlingText({ scheme: '5x5x5', codes: [code] });
  return code;
}

/** The reports of a folder as sources with their full text; id `rep-001` … from the number of the reference. */
export function reports(folder: string): Source[] {
  return readdirSync(folder)
    .filter((f) => f.endsWith('.txt'))
    .sort()
    .map((file) => {
      const text = readFileSync(join(folder, file), 'utf8').trimEnd();
      const reference = headed(text, 'REFERENCE');
      const scheme = headed(text, 'GRADING SCHEME');
      if (!isSchemeId(scheme)) throw new Error(`${file}: scheme ${scheme}`);
      return {
        id: `rep-${reference.slice(-3)}`,
        kind: 'source',
        sourceKind: 'report',
        reference,
        title: headed(text, 'SUBJECT'),
        received: headed(text, 'DATE OF REPORT'),
        text,
        grade: {
          scheme,
          source: headed(text, 'SOURCE GRADE'),
          information: headed(text, 'INFORMATION GRADE'),
        },
        handling: handlingOf(scheme, headed(text, 'HANDLING CODE')),
        attributes: [
          { field: 'originator', value: headed(text, 'ORIGINATOR') },
          { field: 'source-reference', value: headed(text, 'SOURCE REFERENCE') },
        ],
      };
    });
}
