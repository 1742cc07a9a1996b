import { expect, test } from 'vitest';
import { caseFault, trimmed } from '../../src/app/case-fields.tsx';

const text = { title: ' Heron ', reference: '', marking: ' SECRET', unit: '', zone: ' +07:00 ' };

test('a case needs a title and a zone that is known: by its name or as an offset', () => {
  expect(caseFault(text)).toBeUndefined();
  expect(caseFault({ ...text, title: '  ' })).toBe('title');
  for (const zone of ['Asia/Phnom_Penh', '-03:30']) expect(caseFault({ ...text, zone })).toBeUndefined();
  for (const zone of ['', 'Phnom Penh', '+27:00', '7']) expect(caseFault({ ...text, zone })).toBe('zone');
});

test('what is typed is kept without the spaces round it', () => {
  expect(trimmed(text)).toEqual({ title: 'Heron', reference: '', marking: 'SECRET', unit: '', zone: '+07:00' });
});
