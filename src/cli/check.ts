import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { readPackage } from '#exchange/case-package/index';
import { t, tDynamic } from '#i18n/index';
import { BAD_INPUT, type CliCommand, DONE } from './cli-command.ts';

/** `skein check CASE.skein`: reads every byte of a package and verifies it; writes nothing. */
export const checkCommand: CliCommand = {
  name: 'check',
  usage: t('case-package.check.usage'),
  summary: t('case-package.check.summary'),
  async run(args, out) {
    const [path, ...rest] = args;
    if (path === undefined || path.startsWith('--') || rest.length > 0) {
      out.complain(t('case-package.check.one-file'));
      return BAD_INPUT;
    }
    const file = basename(path);
    let bytes: Uint8Array;
    try {
      bytes = await readFile(path);
    } catch (error) {
      const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
      out.complain(t('case-package.check.unreadable', { file, reason }));
      return BAD_INPUT;
    }
    const read = await readPackage(bytes);
    if (!read.ok) {
      const fault = tDynamic(`case-package.fault.${read.detail.fault ?? ''}`);
      const reason = tDynamic(`case-package.refused.${read.code}`, { ...read.detail, fault });
      out.complain(t('case-package.check.bad', { file, reason }));
      return BAD_INPUT;
    }
    const words = read.manifest.head.words.join(' ');
    out.print(t('case-package.check.sound', { file, seq: read.head.seq, purged: read.purged, words }));
    return DONE;
  },
};
