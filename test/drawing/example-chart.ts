import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Chart } from '#domain/chart/chart';
import type { Group } from '#domain/chart/group';
import type { Entity } from '#domain/entity/entity';
import type { EntityTypeId } from '#domain/entity-types/index';
import type { Link, Strength } from '#domain/link/link';
import type { LinkTypeId } from '#domain/link-types/index';
import type { BlockTexts } from '#drawing/scene/block';
import type { ChartContent, PlacedEntity } from '#drawing/scene/chart-content';
import type { Scene } from '#drawing/scene/scene';
import { type FontBytes, fontsNeeded } from '#drawing/svg/font-faces';

/** An invented chart of forty entities, with names in every script of the region. Nobody in it exists. */
const people: [id: string, type: EntityTypeId, label: string, x: number, y: number, more?: Partial<Entity>][] = [
  ['dara', 'person', 'SOK Dara', 418, 196],
  ['maly', 'person', 'HENG Maly', 246, 104],
  ['uncle', 'person', '“Uncle”', 424, 36, { doubted: true }],
  ['vuthy', 'person', 'CHAN Vuthy', 546, 214],
  ['piseth', 'person', 'លឹម ពិសិដ្ឋ', 620, 214],
  ['sophea', 'person', 'PEN Sophea', 664, 118],
  ['quoc', 'person', 'Trần Quốc Dũng', 644, 50],
  ['somchai', 'person', 'สมชาย ใจดี', 262, 214],
  ['kosal', 'person', 'BUN Kosal', 470, 292],
  ['rith', 'person', 'NUON Rith', 160, 294],
  ['sarin', 'person', 'KEO Sarin', 806, 196],
  ['aung', 'person', 'အောင်ကျော်မင်း', 700, 300],
  ['bounmy', 'person', 'ບຸນມີ ສີສະຫວັດ', 90, 350],
  ['p1', 'person', 'Real Name One', 52, 130, { status: 'migrant', pseudonym: 'P-01' }],
  ['p2', 'person', 'Real Name Two', 52, 204, { status: 'migrant', pseudonym: 'P-02' }],
  ['p3', 'person', 'Real Name Three', 52, 277, { status: 'victim', pseudonym: 'P-03 minor' }],
  ['n163', 'phone-number', '…900 163', 290, 36],
  ['n127', 'phone-number', '…900 127', 352, 98],
  ['n114', 'phone-number', '…900 114', 486, 110],
  ['n201', 'phone-number', '…900 201', 318, 282],
  ['n388', 'phone-number', '…900 388', 404, 292],
  ['n415', 'phone-number', '…900 415', 606, 290],
  ['imei', 'handset', 'IMEI …4471', 560, 62],
  ['jobs', 'online-account', '@gulf_jobs', 158, 84],
  ['acct1', 'account', 'Acct …0932', 710, 46],
  ['acct2', 'account', 'Acct …7718', 804, 46],
  ['hawala', 'account', 'Blue Door', 742, 118, { attributes: [{ field: 'account-kind', value: 'hawala' }] }],
  ['cash', 'commodity', '42,000 USD', 806, 118, { attributes: [{ field: 'commodity-kind', value: 'cash' }] }],
  ['passport', 'travel-document', 'Passport N0043', 738, 174],
  ['house', 'location', 'ផ្ទះលេខ ៥១', 160, 208, { attributes: [{ field: 'location-type', value: 'safe-house' }] }],
  ['jetty', 'location', 'ท่าเรือเกาะแสร', 456, 366, { attributes: [{ field: 'location-type', value: 'port' }] }],
  ['border', 'location', 'Ban Nam', 256, 352, { attributes: [{ field: 'location-type', value: 'crossing' }] }],
  ['van', 'vehicle', 'Van 1CD-908', 160, 372],
  ['bintang', 'vessel', 'FV Bintang 7', 544, 290],
  ['lark', 'vessel', 'MV Sea Lark', 566, 368],
  ['embark', 'event', 'Embarkation 14 May', 350, 366],
  ['stop', 'event', 'Interdiction', 652, 362],
  ['reang', 'organisation', 'Reang Marine Supply', 700, 366],
  ['who', 'unknown', 'unknown sender', 90, 50],
  ['route', 'route', 'Night route', 800, 290],
];

const ties: [from: string, to: string, type: LinkTypeId, strength?: Strength, more?: Partial<Link>][] = [
  ['n127', 'n163', 'called', 'confirmed', { count: 12 }],
  ['maly', 'n163', 'uses'],
  ['maly', 'jobs', 'directs', 'unconfirmed', { wording: 'runs' }],
  ['jobs', 'p1', 'recruited'],
  ['uncle', 'n114', 'called', 'tentative', { count: 5 }],
  ['house', 'somchai', 'associate', 'confirmed', { wording: 'keeps', direction: 'back' }],
  ['house', 'p1', 'harboured'],
  ['house', 'p2', 'harboured', 'confirmed', { wording: 'held at' }],
  ['house', 'p3', 'harboured'],
  ['somchai', 'n201', 'uses'],
  ['n201', 'n388', 'called', 'confirmed', { count: 31 }],
  ['n388', 'kosal', 'called', 'unconfirmed', { count: 7, direction: 'none' }],
  ['rith', 'house', 'seen-at'],
  ['rith', 'van', 'uses', 'confirmed', { wording: 'drives' }],
  ['somchai', 'rith', 'associate', 'unconfirmed', { direction: 'none' }],
  ['rith', 'border', 'seen-at', 'tentative'],
  ['van', 'embark', 'participated-in', 'confirmed', { role: 'transport' }],
  ['border', 'embark', 'participated-in', 'unconfirmed', { role: 'route to' }],
  ['embark', 'jetty', 'seen-at', 'confirmed', { wording: 'at' }],
  ['lark', 'jetty', 'seen-at', 'unconfirmed', { wording: 'moored' }],
  ['vuthy', 'bintang', 'crewed', 'confirmed', { role: 'skipper' }],
  ['piseth', 'n415', 'uses'],
  ['vuthy', 'piseth', 'family', 'confirmed', { wording: 'brother', direction: 'none' }],
  ['bintang', 'jetty', 'seen-at'],
  ['bintang', 'lark', 'transported', 'tentative', { wording: 'transfer' }],
  ['piseth', 'stop', 'participated-in', 'confirmed', { role: 'arrested' }],
  ['passport', 'piseth', 'supplied-document', 'unconfirmed', { wording: 'issued' }],
  ['sarin', 'passport', 'supplied-document', 'tentative'],
  ['sarin', 'hawala', 'uses', 'tentative'],
  ['sophea', 'hawala', 'paid', 'confirmed', { wording: 'deposits' }],
  ['hawala', 'cash', 'owns'],
  ['quoc', 'acct1', 'owns'],
  ['acct1', 'acct2', 'paid', 'confirmed', { count: 6, amounts: [{ amount: '18500', currency: 'USD' }] }],
  ['quoc', 'sophea', 'employs', 'unconfirmed'],
  ['hawala', 'acct2', 'paid', 'unconfirmed'],
  ['imei', 'n114', 'uses', 'confirmed', { direction: 'none' }],
  ['imei', 'quoc', 'uses', 'tentative', { direction: 'none' }],
  ['dara', 'n127', 'uses'],
  ['dara', 'n114', 'uses'],
  ['dara', 'maly', 'directs', 'unconfirmed'],
  ['uncle', 'dara', 'associate', 'tentative', { direction: 'none' }],
  ['dara', 'somchai', 'paid', 'confirmed', { count: 3, amounts: [{ amount: '900.50', currency: 'USD' }] }],
  ['dara', 'n388', 'uses'],
  ['dara', 'vuthy', 'directs'],
  ['dara', 'sophea', 'called', 'confirmed', { count: 12 }],
  ['dara', 'sophea', 'paid', 'confirmed', { count: 3, amounts: [{ amount: '4200', currency: 'USD' }] }],
  ['aung', 'stop', 'participated-in', 'unconfirmed', { role: 'ចាប់ខ្លួន' }],
  ['aung', 'reang', 'member'],
  ['bounmy', 'van', 'uses', 'unconfirmed'],
  ['who', 'jobs', 'messaged', 'tentative', { count: 4 }],
  ['sarin', 'route', 'directs', 'unconfirmed'],
];

export function exampleContent(change: Partial<Chart> = {}): ChartContent {
  const chart: Chart = {
    id: 'c',
    kind: 'chart',
    name: 'Network, 1–20 May 2026',
    multiplicity: 'single',
    skin: 'icons',
    ...change,
  };
  const entities: PlacedEntity[] = people.map(([id, type, label, x, y, more]) => ({
    entity: { id, kind: 'entity', type, label, ...more },
    x,
    y,
  }));
  const links: Link[] = ties.map(([from, to, type, strength = 'confirmed', more], i) => ({
    id: `t${String(i).padStart(3, '0')}`,
    kind: 'link',
    type,
    from,
    to,
    direction: 'forward',
    strength,
    ...more,
  }));
  const groups: Group[] = [
    {
      id: 'g1',
      kind: 'group',
      chart: 'c',
      name: 'Blue Door Exchange',
      members: ['quoc', 'acct1', 'acct2', 'sophea', 'hawala', 'cash'],
      strength: 'confirmed',
    },
    {
      id: 'g2',
      kind: 'group',
      chart: 'c',
      name: 'Reang Marine Supply',
      members: ['vuthy', 'piseth', 'bintang', 'n415'],
      strength: 'unconfirmed',
    },
  ];
  return { chart, entities, links, groups };
}

export const exampleBlock: BlockTexts = {
  title: 'Network, 1–20 May 2026',
  caseTitle: 'Tamarind Coast',
  reference: 'TC-2026-07',
  period: '2026-05-01 – 2026-05-20',
  asOf: '2026-05-22',
  author: 'KS',
  unit: 'Unit C',
  version: '7',
  notEvidence: true,
  training: 'Training case: every person and number is invented',
  sources: Array.from({ length: 11 }, (_, i) => ({
    reference: `IR-2026-0${String(10 + i)}`,
    grade: ['A1', 'B2', 'C3', 'X4'][i % 4]! + ' 4×4',
  })),
  head: { number: '1284', words: 'abandon ability able about above absent absorb abstract' },
};

const require = createRequire(import.meta.url);

/** The files of the shipped fonts a scene needs. */
export function fontBytes(scene: Scene): FontBytes[] {
  return fontsNeeded(scene).map(({ subset, file }) => {
    const folder = dirname(require.resolve(`@fontsource/${subset.folder}/package.json`));
    return { file, bytes: readFileSync(join(folder, 'files', file)) };
  });
}
