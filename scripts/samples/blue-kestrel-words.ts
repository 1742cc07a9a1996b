import type { EntityTypeId } from '#domain/entity-types/index';
import type { LinkTypeId } from '#domain/link-types/index';

/** How the words of the worked key read in the registries. What has no entry keeps its own words beside the type. */

export const ENTITY_TYPE: Readonly<Record<string, EntityTypeId>> = {
  person: 'person',
  organisation: 'organisation',
  vessel: 'vessel',
  vehicle: 'vehicle',
  location: 'location',
  'phone number': 'phone-number',
  handset: 'handset',
  account: 'account',
};

/** First match wins; the order goes from special to general. */
const LINK_WORDS: readonly (readonly [RegExp, LinkTypeId])[] = [
  [/^called/, 'called'],
  [/^(paid|family paid|pays)/, 'paid'],
  [/^(met|spoke|quarrelled)/, 'met'],
  [/^(directs|manages|suspected owner behind)/, 'directs'],
  [/^(employs)/, 'employs'],
  [/^(owner|owns|holder of|benefits from|drives and owns|hires out|suspected partner)/, 'owns'],
  [/^(drives|keeps|user of|used in handset)/, 'uses'],
  [/^subscriber/, 'subscriber'],
  [/^(crew of|skipper of|master of)/, 'crewed'],
  [/^(director of|driver for|employee of|master for|suspected (member|part))/, 'member'],
  [/^family/, 'family'],
  [/^(travelled on)/, 'travelled-on'],
  [/^(brought people to|fetched people)/, 'transported'],
  [/^harboured/, 'harboured'],
  [/^supplied blanks/, 'supplied-document'],
  [/^(seen at|waited at|on duty at|landed at|embarked at|crossed at|stopped at)/, 'seen-at'],
];

export function linkType(words: string): LinkTypeId {
  return LINK_WORDS.find(([pattern]) => pattern.test(words))?.[1] ?? 'associate';
}

export const ROLE: readonly (readonly [RegExp, string])[] = [
  [/^coordinator/, 'coordinator'],
  [/^broker/, 'organiser'],
  [/^recruiter/, 'recruiter'],
  [/^driver/, 'driver'],
  [/^(skipper|boatman)/, 'skipper'],
  [/^safe-house keeper/, 'safe-house-keeper'],
  [/^document forger/, 'counterfeiter'],
  [/^hawala trader/, 'hawala-trader'],
  [/^port control officer/, 'corrupt-official'],
  [/^financier/, 'financier'],
  [/^rival road carrier/, 'transporter'],
  [/^lookout/, 'lookout'],
  [/^crew/, 'crew'],
  [/^guide/, 'guide'],
  [/^money collector/, 'money-collector'],
];

export const PLACE_TYPE: Readonly<Record<string, string>> = {
  port: 'port',
  'safe house': 'safe-house',
  'embarkation beach': 'landing-point',
  'land border crossing': 'crossing',
  'landing place': 'landing-point',
  'road checkpoint': 'checkpoint',
};

/** Kinds of the key in the event-kind registry; others stay as they are written. */
export const EVENT_KIND: Readonly<Record<string, string>> = {
  'border crossing': 'border-crossing',
  'at-sea transfer': 'at-sea-transfer',
  deposits: 'payment',
  'supply of blank cards': 'document-issue',
};

export const EVENT_STAGE: Readonly<Record<string, string>> = {
  'supply of blank cards': 'document',
  deposits: 'deposit',
  'border crossing': 'move',
  assembly: 'assemble',
  embarkation: 'cross',
  departure: 'cross',
  'at-sea transfer': 'cross',
  landing: 'cross',
  settlement: 'settle',
  payment: 'settle',
};
