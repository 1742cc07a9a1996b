import { expect, it } from 'vitest';
import { encodings, entityRoles, linkRoles, rejectionCodes, warningCodes } from '#exchange/importers/index';
import { imports } from '#i18n/messages/en/import';

it('every reason, warning, role and encoding has its words, and no words are left over', () => {
  const needed = [
    ...rejectionCodes.map((c) => `import.rejected.${c}`),
    ...warningCodes.map((c) => `import.warned.${c}`),
    ...[...linkRoles, ...entityRoles].map((r) => `import.role.${r}`),
    ...encodings.map((e) => `import.encoding.${e}`),
  ];
  const known = Object.keys(imports).filter((k) => /^import\.(rejected|warned|role|encoding)\./.test(k));
  expect(new Set(known)).toEqual(new Set(needed));
});
