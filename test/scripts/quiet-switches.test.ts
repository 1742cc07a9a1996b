import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { quietSwitches } from '../../scripts/quiet-switches.mjs';

test('the README names exactly the switches that the network log was read with', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const [, note = ''] = /\n## A silent browser\n([\s\S]*?)\n## /.exec(readme) ?? [];
  const [, command = ''] = /```sh\n([\s\S]*?)```/.exec(note) ?? [];
  const named = [...command.matchAll(/(--[a-z-]+(?:="[^"]*"|=\S+)?)/g)].map(([, found = '']) =>
    found.replaceAll('"', ''),
  );
  // The folder is the reader's own choice.
  expect(named.filter((found) => !found.startsWith('--user-data-dir'))).toEqual(quietSwitches);
});
