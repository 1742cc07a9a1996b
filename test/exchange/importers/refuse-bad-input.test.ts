import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalText } from '#domain/change/canonical';
import { displayLabel } from '#domain/entity/entity';
import { examine } from '#domain/identifiers/index';
import {
  fitMapping,
  type ImportFile,
  type Mapping,
  planImport,
  previewTable,
  type RejectionCode,
  refusedImport,
  type WarningCode,
  writePlan,
} from '#exchange/importers/index';
import {
  attribute,
  context,
  entitiesOf,
  linksOf,
  never,
  planned,
  previewed,
  textFile,
  withColumn,
  withLinks,
} from './reading.ts';

type Plan = Awaited<ReturnType<typeof planned>>;
function reasons(plan: Plan): [number, RejectionCode][] {
  return plan.rejected.list.filter((r) => r.code !== 'row.header').map((r) => [r.row, r.code]);
}
function warnings(plan: Plan): [number, WarningCode][] {
  return plan.warned.list.map((w) => [w.row, w.code]);
}
const phones = (text: string): Promise<Plan> =>
  planned(textFile(text), (m) => withLinks(m, { sum: false }), { examine: (k, t) => examine(k, t, 'KH') });

/** A file that is made while it is read, the same block again and again: nothing of it is ever whole in memory. */
function generated(header: string, row: (n: number) => string, bytes: number): ImportFile {
  let block = '';
  for (let n = 0; block.length < 256 * 1024; n++) block += row(n);
  const head = new TextEncoder().encode(header);
  const piece = new TextEncoder().encode(block);
  return {
    name: 'large.csv',
    size: bytes,
    open() {
      let made = 0;
      return new ReadableStream<Uint8Array>({
        pull(controller) {
          controller.enqueue(made === 0 ? head : piece.slice());
          made += made === 0 ? head.length : piece.length;
          if (made >= bytes) controller.close();
        },
      });
    },
  };
}

describe('numbers a spreadsheet has spoiled', () => {
  it('rejects 8.55E+11, for its digits are lost, and says so before the import', async () => {
    const text = 'calling,called\n8.55E+11,012345678\n012345679,012345670\n012345671,012345672\n012345673,012345674\n';
    const p = await previewed(textFile(text));
    expect(p.questions.map((q) => [q.code, q.column, q.rows])).toEqual([['identifiers.digits-lost', 'calling', 1]]);
    const plan = await phones(text);
    expect(plan.rejected.list[1]).toMatchObject({
      row: 2,
      code: 'identifier.digits-lost',
      column: 'calling',
      value: '8.55E+11',
    });
    expect(linksOf(plan)).toHaveLength(3);
  });
  it('warns of numbers without their leading zero and keeps them as stated', async () => {
    const plan = await phones('calling,called\n12345678,012345679\n');
    expect(warnings(plan)).toContainEqual([2, 'identifier.no-leading-zero']);
    expect(entitiesOf(plan)[0]?.label).toBe('12345678');
  });
  it('rejects NaN, Infinity and 1e400 as amounts', async () => {
    const plan = await planned(
      textFile(
        'from,to,amount\na,b,10\na,b,NaN\na,b,Infinity\na,b,1e400\na,b,-∞\na,b,12abc34\na,b,20\na,b,30\na,b,40\na,b,5\na,b,7\n',
      ),
      (m) =>
        withColumn({ ...withLinks(m, { sum: true, type: 'paid' }), currency: 'USD' }, 'amount', { role: 'amount' }),
    );
    expect(reasons(plan).map(([, code]) => code)).toEqual([
      'number.not-finite',
      'number.not-finite',
      'number.exponent',
      'number.not-finite',
      'number.unreadable',
    ]);
    expect(linksOf(plan)[0]?.amounts).toEqual([{ amount: '112', currency: 'USD' }]);
  });
  it('reads a decimal comma when the column proves it, and asks when nothing does', async () => {
    const proven = await planned(textFile('from;to;amount\na;b;1.234,50\na;b;0,05\na;b;-3,10\n'), (m) => ({
      ...withLinks(m, { sum: true }),
      currency: 'EUR',
    }));
    expect(linksOf(proven)[0]?.amounts).toEqual([{ amount: '1231.45', currency: 'EUR' }]);
    const open = textFile('from;to;amount\na;b;1.234\na;b;2.500\n');
    expect((await previewed(open)).questions.map((q) => q.code)).toContain('numbers.ambiguous');
    expect(reasons(await planned(open, (m) => ({ ...m, currency: 'EUR' })))).toEqual([
      [2, 'number.ambiguous'],
      [3, 'number.ambiguous'],
    ]);
    const told = await planned(open, (m) => withColumn({ ...m, currency: 'EUR' }, 'amount', { decimal: 'comma' }));
    expect(linksOf(told)[0]?.amounts).toEqual([{ amount: '3734', currency: 'EUR' }]);
  });
  it('asks for the currency where neither column, cell nor analyst names one', async () => {
    const file = textFile('from,to,amount\na,b,10\n');
    expect((await previewed(file)).questions.map((q) => [q.code, q.blocking])).toEqual([['amounts.no-currency', true]]);
    const named = await planned(textFile('from,to,amount\na,b,USD 10\na,b,฿20.50\n'));
    expect(linksOf(named)[0]?.amounts).toEqual([
      { amount: '10', currency: 'USD' },
      { amount: '20.50', currency: '฿' },
    ]);
  });
  it('sums exactly where floating point would not', async () => {
    const rows = Array.from({ length: 10 }, () => 'a,b,0.10').join('\n');
    const plan = await planned(textFile(`from,to,amount\n${rows}\na,b,9007199254740993.01\n`), (m) => ({
      ...m,
      currency: 'USD',
    }));
    expect(linksOf(plan)[0]?.amounts).toEqual([{ amount: '9007199254740994.01', currency: 'USD' }]);
  });
});

describe('dates', () => {
  const dated = (dates: readonly string[]): string => `from,to,date\n${dates.map((d) => `a,b,${d}`).join('\n')}\n`;
  const separate = (m: Mapping): Mapping => withLinks(m, { sum: false });
  const spans = (plan: Plan): (string | undefined)[] => linksOf(plan).map((l) => l.span?.earliest);

  it('never guesses between day-first and month-first', async () => {
    const file = textFile(dated(['03/04/2026', '05/06/2026']));
    expect((await previewed(file)).questions).toMatchObject([
      { code: 'dates.ambiguous', blocking: true, column: 'date', rows: 2 },
    ]);
    expect(reasons(await planned(file, separate)).map(([, code]) => code)).toEqual([
      'date.order-needed',
      'date.order-needed',
    ]);
    const order = (o: 'day-first' | 'month-first' | 'text') => (m: Mapping) =>
      withColumn(separate(m), 'date', { reading: { order: o } });
    expect(spans(await planned(file, order('day-first')))).toEqual(['2026-04-03', '2026-06-05']);
    expect(spans(await planned(file, order('month-first')))).toEqual(['2026-03-04', '2026-05-06']);
    expect(linksOf(await planned(file, order('text'))).map((l) => l.span)).toEqual([
      { asStated: '03/04/2026' },
      { asStated: '05/06/2026' },
    ]);
  });
  it('lets one row of the column settle the order of all', async () => {
    expect(spans(await planned(textFile(dated(['03/04/2026', '13/04/2026'])), separate))).toEqual([
      '2026-04-03',
      '2026-04-13',
    ]);
    expect(spans(await planned(textFile(dated(['03/04/2026', '04/13/2026'])), separate))).toEqual([
      '2026-03-04',
      '2026-04-13',
    ]);
    const both = await previewed(textFile(dated(['13/04/2026', '04/13/2026', '03/04/2026'])));
    expect(both.questions.map((q) => [q.code, q.blocking])).toEqual([['dates.contradict', true]]);
  });
  it('recognises 2569 beside 2026 and points it out', async () => {
    const file = textFile(dated(['13/04/2569', '14/04/2026', '๑๕/๐๔/๒๕๖๙', '16 เม.ย. 2569']));
    expect((await previewed(file)).questions.map((q) => [q.code, q.blocking])).toEqual([['dates.mixed-era', false]]);
    const plan = await planned(file, separate);
    expect(spans(plan)).toEqual(['2026-04-13', '2026-04-14', '2026-04-15', '2026-04-16']);
    expect(linksOf(plan).map((l) => l.span?.asStated)).toEqual([
      '13/04/2569',
      '14/04/2026',
      '๑๕/๐๔/๒๕๖๙',
      '16 เม.ย. 2569',
    ]);
  });
  it('rejects the 30th of February and other days that never were', async () => {
    const plan = await planned(
      textFile(dated(['30/02/2026', '2026-02-29', '29/02/2028', '31/04/2026', '2026-13-01', '2026-01-00', '25:10'])),
      separate,
    );
    expect(reasons(plan)).toEqual([
      [2, 'date.impossible'],
      [3, 'date.impossible'],
      [5, 'date.impossible'],
      [6, 'date.impossible'],
      [7, 'date.impossible'],
      [8, 'date.unreadable'],
    ]);
    expect(spans(plan)).toEqual(['2028-02-29']);
  });
  it('rejects years that databases write where no date is known, and says that it is the year', async () => {
    const plan = await planned(
      textFile(dated(['0001-01-01', '9999-12-31', '999', '1000-01-01', '2999-12-31'])),
      separate,
    );
    expect(reasons(plan)).toEqual([
      [2, 'date.year'],
      [3, 'date.year'],
      [4, 'date.unreadable'],
    ]);
    expect(spans(plan)).toEqual(['1000-01-01', '2999-12-31']);
  });
  it('invents no precision and keeps zones', async () => {
    const stated = [
      '2026',
      '2026-03',
      '2026-03-07',
      '2026-03-07T14:20',
      '2026-03-07 14:20:05Z',
      '2026-03-07T14:20:05.123+07:00',
      'March 2026',
      '7 Mar 2026 2:20 pm',
    ];
    const plan = await planned(textFile(dated(stated)), (m) => withColumn(separate(m), 'date', { role: 'date' }));
    expect(spans(plan)).toEqual([
      '2026',
      '2026-03',
      '2026-03-07',
      '2026-03-07T14:20',
      '2026-03-07T14:20:05',
      '2026-03-07T14:20:05',
      '2026-03',
      '2026-03-07T14:20',
    ]);
    expect(linksOf(plan).map((l) => l.span?.zone)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      '+00:00',
      '+07:00',
      undefined,
      undefined,
    ]);
  });
  it('asks what two digits of a year mean', async () => {
    const file = textFile(dated(['13/04/26']));
    expect((await previewed(file)).questions.map((q) => q.code)).toContain('dates.two-digit-year');
    expect(reasons(await planned(file, separate))).toEqual([[2, 'date.two-digit-year']]);
    expect(
      spans(
        await planned(file, (m) =>
          withColumn(separate(m), 'date', { reading: { order: 'day-first', century: '2000' } }),
        ),
      ),
    ).toEqual(['2026-04-13']);
  });
  it('keeps words undated when told to, and rejects them otherwise', async () => {
    const file = textFile(dated(['2026-01-02', '2026-01-03', '2026-01-04', '2026-01-05', 'in spring']));
    expect(reasons(await planned(file, separate))).toEqual([[6, 'date.unreadable']]);
    const kept = await planned(file, (m) => ({ ...separate(m), unreadableDates: 'keep-text' }));
    expect(linksOf(kept).at(-1)?.span).toEqual({ asStated: 'in spring' });
  });
  it('sums first and last over zones by the moment, not by the letters', async () => {
    const plan = await planned(textFile(dated(['2026-03-07T23:00+07:00', '2026-03-07T17:00+00:00'])), (m) =>
      withLinks(m, { sum: true }),
    );
    expect(linksOf(plan)[0]?.span).toEqual({
      earliest: '2026-03-07T16:00',
      latest: '2026-03-07T17:00',
      zone: '+00:00',
    });
    expect(linksOf(plan)[0]?.count).toBe(2);
  });
  it('rejects an end before its beginning', async () => {
    const plan = await planned(
      textFile('from,to,first,last\na,b,2026-03-09,2026-03-07\na,b,2026-03-07,2026-03-09\n'),
      (m) => withColumn(withLinks(m, { sum: false }), 'first', { role: 'date' }),
    );
    expect(reasons(plan)).toEqual([[2, 'date.reversed']]);
    expect(linksOf(plan)[0]?.span).toEqual({ earliest: '2026-03-07', latest: '2026-03-09' });
  });
});

describe('hostile names', () => {
  it('meets NFC and NFD, full-width and zero-width twins in one entity, keeps both spellings, and warns', async () => {
    const nfc = 'Nguyễn Văn Tám'.normalize('NFC');
    const nfd = nfc.normalize('NFD');
    const plan = await planned(textFile(`from,to\n${nfc},B\n${nfd},C\nA\u200bli,D\nAli,E\nＡＬＩ,F\n`));
    const people = entitiesOf(plan).filter((e) => !/^[B-F]$/.test(e.label));
    expect(people.map((e) => [e.label, e.aliases])).toEqual([
      [nfc, [nfd]],
      ['A\u200bli', ['Ali', 'ＡＬＩ']],
    ]);
    expect(warnings(plan)).toEqual([
      [3, 'label.twin'],
      [4, 'label.hidden'],
      [5, 'label.twin'],
      [6, 'label.twin'],
    ]);
  });
  it('keeps look-alikes of other scripts apart', async () => {
    const plan = await planned(textFile('from,to\nAli,B\n\u0410li,C\n'));
    expect(entitiesOf(plan)).toHaveLength(4);
  });
  it('keeps direction overrides, markup and formulas as text, and says so', async () => {
    const odd = ['a\u202egpj.exe', '<img src=x onerror=alert(1)>', '=HYPERLINK("http://x")', '@SUM(A1)'];
    const plan = await planned(textFile(`from,to\n${odd.map((o) => `"${o.replaceAll('"', '""')}",B`).join('\n')}\n`));
    expect(
      entitiesOf(plan)
        .map((e) => e.label)
        .filter((l) => l !== 'B'),
    ).toEqual(odd);
    expect(warnings(plan)).toEqual([
      [2, 'label.bidi'],
      [3, 'label.markup'],
      [4, 'text.formula'],
      [5, 'text.formula'],
    ]);
  });
  it('keeps a 10,000-character name and columns named like a trap', async () => {
    const long = 'ឈ្មោះ'.repeat(2_000);
    const plan = await planned(textFile(`from,to,__proto__,constructor\n${long},B,x,y\n`));
    expect(entitiesOf(plan)[0]?.label).toBe(long);
    expect(linksOf(plan)[0]?.attributes).toEqual([
      { field: '__proto__', value: 'x' },
      { field: 'constructor', value: 'y' },
    ]);
    for (const step of plan.steps()) expect(() => canonicalText(step)).not.toThrow();
  });
  it('accepts a link to itself with a warning, and 10,000 parallel ones', async () => {
    const rows = Array.from({ length: 10_000 }, (_, i) => `a,b,2026-01-${String((i % 28) + 1).padStart(2, '0')}`).join(
      '\n',
    );
    const text = `from,to,date\na,a,2026-01-01\n${rows}\n`;
    const single = await planned(textFile(text), (m) => withLinks(m, { sum: false }));
    expect(linksOf(single)).toHaveLength(10_001);
    expect(warnings(single)).toEqual([[2, 'link.self']]);
    const summed = linksOf(await planned(textFile(text), (m) => withLinks(m, { sum: true })));
    expect(summed).toHaveLength(2);
    expect(summed[1]).toMatchObject({
      count: 10_000,
      span: { earliest: '2026-01-01', latest: '2026-01-28' },
      basis: [{ rows: '3-10002' }],
    });
  });
  it('covers migrants and victims before they are written', async () => {
    const plan = await planned(
      textFile(
        'name,status,date_of_birth\nDara One,migrant,2001-01-01\nDara Two,suspect,1990-01-01\nDara Three,victim,1999-01-01\n',
      ),
      undefined,
      { lastPseudonym: 6 },
    );
    expect(entitiesOf(plan).map((e) => displayLabel(e))).toEqual(['P-07', 'Dara Two', 'P-08']);
  });
});

describe('files that do not hold still', () => {
  it('reads 200 MB without holding them, and stops when cancelled', async () => {
    const size = 200 * 1024 * 1024;
    const file = generated(
      'calling,called,date,note\n',
      (n) =>
        `0${10_000_000 + (n % 9000)},0${20_000_000 + (n % 7000)},2026-03-${10 + (n % 18)},row ${n} of a very long bill with a remark\n`,
      size,
    );
    const cancel = new AbortController();
    let peak = 0;
    let seen = 0;
    const before = process.memoryUsage().rss;
    const run = previewTable(file, {}, cancel.signal, ({ done }) => {
      seen = done;
      peak = Math.max(peak, process.memoryUsage().rss - before);
      if (done > size / 5) cancel.abort();
    });
    await expect(run).rejects.toThrow(/abort/i);
    expect(seen).toBeLessThan(size / 2);
    expect(peak).toBeLessThan(350 * 1024 * 1024);
  }, 180_000);
  it('does not hold what an unclosed quote swallows', async () => {
    const size = 16 * 1024 * 1024;
    const file = generated('a,b\n1,"open\n', (n) => `${n},x\n`, size);
    const before = process.memoryUsage().rss;
    const p = await previewTable(file, {}, never);
    if (refusedImport(p)) throw new Error(p.refused);
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
    expect(p.dataRows).toBe(0);
    expect(p.rejected.total).toBe(p.rows);
    expect(p.rejected.list.find((r) => r.code === 'quote.unclosed')?.line).toBe(2);
    expect(p.rows).toBeGreaterThan(500_000);
  }, 180_000);
  it('tells of a file that vanishes while it is read, in the preview and in the plan', async () => {
    const text = `from,to\n${'a,b\n'.repeat(200_000)}`;
    const whole = textFile(text);
    let opened = 0;
    const vanishing: ImportFile = {
      ...whole,
      open() {
        opened++;
        let pieces = 0;
        return new ReadableStream<Uint8Array>({
          pull(controller) {
            if (pieces++ === 3) controller.error(new DOMException('gone', 'NotReadableError'));
            else controller.enqueue(new TextEncoder().encode(pieces === 1 ? text.slice(0, 400_000) : 'a,b\n'));
          },
        });
      },
    };
    expect(await previewTable(vanishing, {}, never)).toEqual({ refused: 'file.unreadable' });
    const p = await previewed(whole);
    expect(await planImport(vanishing, p.form, p.guess, context(), never)).toEqual({ refused: 'file.unreadable' });
    expect(opened).toBeGreaterThan(1);
  });
  it('previews and plans a paste of 100,000 rows', async () => {
    let text = 'from\tto\tdate\tamount\n';
    for (let i = 0; i < 100_000; i++)
      text += `P${(i * 7919) % 2000}\tP${(i * 104_729) % 1999}\t${10 + (i % 19)}/03/2569\t${i % 977}.${10 + (i % 90)}\n`;
    const plan = await planned(textFile(text, 'paste'), (m) => ({ ...m, currency: 'THB' }), {
      chart: { to: 'new', name: 'c' },
    });
    expect(plan.accepted).toBe(100_000);
    expect(linksOf(plan).reduce((n, l) => n + (l.count ?? 0), 0)).toBe(100_000);
    let most = 0;
    let steps = 0;
    await writePlan(
      plan,
      (batch) => {
        most = Math.max(most, batch.length);
        steps += batch.length;
      },
      never,
    );
    expect([most, steps]).toEqual([500, plan.counts.steps]);
  }, 180_000);
  it('hands nothing more over once cancelled', async () => {
    const plan = await planned(
      textFile(`from,to\n${Array.from({ length: 3000 }, (_, i) => `a${i},b${i}`).join('\n')}\n`),
    );
    const cancel = new AbortController();
    let batches = 0;
    const run = writePlan(
      plan,
      () => {
        if (++batches === 2) cancel.abort();
      },
      cancel.signal,
    );
    await expect(run).rejects.toThrow(/abort/i);
    expect(batches).toBe(2);
  });
});

describe('mappings', () => {
  it('says what a mapping lacks', async () => {
    const p = await previewed(textFile('x,y\na,b\n'));
    const refuse = async (m: Mapping): Promise<string | undefined> => {
      const plan = await planImport(textFile('x,y\na,b\n'), p.form, m, context(), never);
      return refusedImport(plan) ? plan.refused : undefined;
    };
    const links: Mapping = {
      version: 1,
      kind: 'links',
      shortRows: 'reject',
      unreadableDates: 'reject',
      columns: [{ header: 'x', role: 'from' }],
      links: {
        fromType: 'person',
        toType: 'person',
        type: 'associate',
        direction: 'none',
        strength: 'confirmed',
        sum: false,
      },
    };
    expect(await refuse(links)).toBe('mapping.no-to');
    expect(await refuse({ ...links, columns: [{ header: 'y', role: 'to' }] })).toBe('mapping.no-from');
    expect(await refuse({ ...links, columns: [...links.columns, { header: 'z', role: 'to' }] })).toBe(
      'mapping.column-missing',
    );
    expect(await refuse({ ...links, columns: [...links.columns, { header: 'y', role: 'from' }] })).toBe(
      'mapping.role-twice',
    );
    expect(await refuse({ ...links, columns: [...links.columns, { header: 'y', role: 'to' }] })).toBeUndefined();
  });
  it('fits a saved mapping to next month’s headers', async () => {
    const saved = (await previewed(textFile('Calling Party,Called Party,Call Date\n012345678,012345679,2026-01-01\n')))
      .guess;
    const fitted = fitMapping(JSON.parse(JSON.stringify(saved)) as Mapping, [
      'call_date',
      'CALLED-PARTY',
      'calling party',
      'Tariff',
    ]);
    expect(fitted.mapping.columns.map((c) => [c.header, c.role])).toEqual([
      ['call_date', 'date'],
      ['CALLED-PARTY', 'to'],
      ['calling party', 'from'],
      ['Tariff', 'ignore'],
    ]);
    expect(fitted).toMatchObject({ unknown: ['Tariff'], missing: [], fit: 1 });
    expect(fitMapping(saved, ['Calling Party']).missing).toEqual(['Called Party', 'Call Date']);
  });
  it('takes what a bill records for confirmed, and what a list only names for unconfirmed until somebody says so', async () => {
    const strengths = async (text: string) => linksOf(await planned(textFile(text))).map((l) => [l.type, l.strength]);
    const bill = 'Calling Party,Called Party,Call Date\n+85512345678,+85598765432,2026-03-02 10:00\n';
    expect(await strengths(bill)).toEqual([['called', 'confirmed']]);
    expect(await strengths('source,target\nAnn,Ben\nBen,Cyn\n')).toEqual([
      ['associate', 'unconfirmed'],
      ['associate', 'unconfirmed'],
    ]);
  });
  it('takes types, direction and strength from columns, and rejects words it does not know', async () => {
    const plan = await planned(
      textFile(
        'from,from_type,to,direction,strength,relation\na,vessel,b,back,Tentative,owns\nc,submarine,b,both,confirmed,cousin of\na,vessel,b,sideways,confirmed,owns\na,vessel,b,,likely,owns\n',
      ),
      (m) =>
        withLinks(withColumn(withColumn(m, 'from_type', { role: 'from-type' }), 'strength', { role: 'strength' }), {
          sum: false,
        }),
    );
    expect(reasons(plan)).toEqual([
      [4, 'direction.unknown'],
      [5, 'strength.unknown'],
    ]);
    expect(linksOf(plan).map((l) => [l.type, l.wording, l.direction, l.strength])).toEqual([
      ['owns', undefined, 'back', 'tentative'],
      ['associate', 'cousin of', 'both', 'confirmed'],
    ]);
    expect(entitiesOf(plan).map((e) => [e.label, e.type, attribute(e, 'type')])).toEqual([
      ['a', 'vessel', undefined],
      ['b', 'person', undefined],
      ['c', 'unknown', 'submarine'],
    ]);
  });
});

describe('matching with the case', () => {
  const person = (id: string, label: string, aliases: string[] = []) => ({
    id,
    type: 'person' as const,
    label,
    aliases,
    identifiers: [],
  });

  it('names all that fit and takes none until told which', async () => {
    const file = textFile('from,to\nSok,Chea\n');
    const existing = [person('p1', 'SOK'), person('p2', 'Kim', ['sok']), person('p3', 'Chea')];
    const plan = await planned(file, undefined, { existing });
    expect(plan.matches).toMatchObject({ new: 0, known: 1, unclear: 1 });
    expect(plan.matches.list[0]).toMatchObject({
      label: 'Sok',
      outcome: 'unclear',
      candidates: [{ id: 'p1' }, { id: 'p2' }],
    });
    const key = plan.matches.list[0]?.key ?? '';
    const told = await planned(file, undefined, { existing, decisions: new Map([[key, 'p2']]) });
    expect(linksOf(told)[0]).toMatchObject({ from: 'p2', to: 'p3' });
    expect(entitiesOf(told)).toHaveLength(0);
    const apart = await planned(file, undefined, {
      existing,
      decisions: new Map([
        [key, 'new'],
        ['person:chea', 'new'],
      ]),
    });
    expect(entitiesOf(apart)).toHaveLength(2);
  });
  it('adds to a known entity what the file says and alters nothing stated before', async () => {
    const before = {
      id: 'p1',
      kind: 'entity',
      type: 'person',
      label: 'Sok',
      attributes: [{ field: 'nationality', value: 'XSA' }],
    } as const;
    const plan = await planned(
      textFile('name,citizenship,date_of_birth,address\nsok,XSA,1984-05-17,Port Varun\n'),
      undefined,
      {
        existing: [person('p1', 'Sok')],
        recordsOf: () => [before],
      },
    );
    const [step] = [...plan.steps()].filter((s) => s.id === 'p1');
    expect(step).toEqual({
      id: 'p1',
      before,
      after: {
        ...before,
        aliases: ['sok'],
        attributes: [
          { field: 'nationality', value: 'XSA' },
          { field: 'birth-date', value: '1984-05-17' },
          { field: 'address', value: 'Port Varun' },
        ],
        basis: [{ source: plan.source.id, rows: '2' }],
      },
    });
  });
  it('puts new and known entities on the open chart, but none twice', async () => {
    const plan = await planned(textFile('from,to\nSok,Chea\nChea,Kim\n'), undefined, {
      existing: [person('p1', 'Sok'), person('p3', 'Chea')],
      chart: { to: 'open', chart: 'c1', placed: new Set(['p1']), origin: { x: 100, y: -50 } },
    });
    const placed = [...plan.steps()].flatMap((s) => (s.after?.kind === 'placement' ? [s.after] : []));
    expect(placed.map((p) => p.item)).toEqual(['p3', entitiesOf(plan)[0]?.id]);
    expect(placed[0]).toMatchObject({ id: 'c1.p3', chart: 'c1', x: 100, y: -50 });
    expect(placed.every((p) => Number.isInteger(p.x) && Number.isInteger(p.y))).toBe(true);
  });
  it('conserves rows whatever the cells hold', async () => {
    const cell = fc.constantFrom(
      'a',
      'b',
      'c',
      '',
      '=1',
      '8.55E+11',
      '30/02/2026',
      '13/04/2569',
      '2026',
      'NaN',
      '1,5',
      '"x,y"',
      '\u202e',
      '"',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell, cell), { minLength: 1, maxLength: 25 }), async (rows) => {
        const text = `from,to,date,amount\n${rows.map((r) => r.join(',')).join('\n')}\n`;
        const p = await previewTable(textFile(text), { delimiter: ',', quote: '"', headerRow: 1 }, never);
        if (refusedImport(p)) return;
        const mapping: Mapping = {
          version: 1,
          kind: 'links',
          shortRows: 'fill',
          unreadableDates: 'reject',
          currency: 'USD',
          columns: [
            { header: 'from', role: 'from' },
            { header: 'to', role: 'to' },
            { header: 'date', role: 'date' },
            { header: 'amount', role: 'amount' },
          ],
          links: {
            fromType: 'person',
            toType: 'person',
            type: 'paid',
            direction: 'forward',
            strength: 'confirmed',
            sum: true,
          },
        };
        const plan = await planImport(textFile(text), p.form, mapping, context(), never);
        if (refusedImport(plan)) throw new Error(plan.refused);
        expect(plan.accepted + plan.rejected.total).toBe(plan.rows);
        expect(linksOf(plan).reduce((n, l) => n + (l.count ?? 0), 0)).toBe(plan.accepted);
      }),
      { numRuns: 100 },
    );
  });
});
