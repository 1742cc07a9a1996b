import i18next from 'i18next';
import type { Link } from '#domain/link/link';
import type { Words } from '#drawing/words';
import { drawing } from '#i18n/messages/en/drawing';

const instance = i18next.createInstance();
void instance.init({
  lng: 'en',
  resources: {
    en: {
      translation: {
        ...drawing,
        'link-type.called': 'called',
        'link-type.paid': 'paid',
        'link-type.directs': 'directs',
        'link-type.associate': 'knows',
        'link-type.uses': 'uses',
        'link-type.participated-in': 'took part in',
        'entity-type.person': 'Person',
        'entity-type.phone-number': 'Phone number',
        'entity-type.vessel': 'Vessel',
        'entity-type.location': 'Location',
        'entity-type.account': 'Account',
        'entity-type.organisation': 'Organisation',
        'entity-type.event': 'Event',
        'entity-type.unknown': 'Type not known',
        'strength.confirmed': 'confirmed',
        'strength.unconfirmed': 'unconfirmed',
        'strength.tentative': 'tentative',
      },
    },
  },
  keySeparator: false,
  nsSeparator: false,
  initAsync: false,
  interpolation: { escapeValue: false },
});

/** The drawing room's own English messages, and the few of other rooms that these tests read. Unknown keys throw. */
export const words: Words = (key, params) => {
  if (!instance.exists(key, { count: 1 })) throw new Error(`no message ${key}`);
  return instance.t(key, params as never) as unknown as string;
};

let n = 0;
export function link(from: string, to: string, rest: Partial<Link> = {}): Link {
  n++;
  return {
    id: `l${String(n).padStart(4, '0')}`,
    kind: 'link',
    type: 'called',
    from,
    to,
    direction: 'forward',
    strength: 'confirmed',
    ...rest,
  };
}
