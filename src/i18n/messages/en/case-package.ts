/** Why a case package is not opened, and what `skein check` says. */
export const casePackage = {
  'case-package.refused.not-a-package': 'This is not a Skein case package.',
  'case-package.refused.truncated': 'The package is cut off: its end is missing. Copy it again from where it came.',
  'case-package.refused.trailing-bytes':
    'The package holds more than its parts (bytes: {{bytes}}). It was altered after it was saved.',
  'case-package.refused.overlap': 'Parts of the package overlap. It was altered after it was saved.',
  'case-package.refused.unsupported-zip':
    'The package was not written by Skein, or was packed again by another program.',
  'case-package.refused.too-many-entries':
    'The package holds too many parts ({{entries}}; the limit is {{limit}}). Raise the limit only if you trust where it came from.',
  'case-package.refused.too-large':
    'Unpacked, the package is too large (bytes: {{bytes}}; the limit is {{limit}}). Raise the limit only if you trust where it came from.',
  'case-package.refused.unsafe-name': 'A part of the package has an unsafe name.',
  'case-package.refused.duplicate-name': 'Two parts of the package have the same name.',
  'case-package.refused.symbolic-link': 'The package holds a symbolic link.',
  'case-package.refused.size-lies': 'The part “{{path}}” is not as long as the package says.',
  'case-package.refused.entry-damaged': 'The part “{{path}}” is damaged and cannot be unpacked whole.',
  'case-package.refused.manifest-bad': 'The list of contents of the package is missing or damaged.',
  'case-package.refused.newer-version':
    'The package was made by a newer version of Skein (format {{version}}). Nothing was changed. Open it with that version.',
  'case-package.refused.entry-missing': 'The part “{{path}}” is missing.',
  'case-package.refused.entry-unknown':
    'The package holds the part “{{path}}” that its list of contents does not name.',
  'case-package.refused.part-altered': 'The part “{{path}}” was altered after the package was saved.',
  'case-package.refused.log-altered': 'The history of the case does not hold at change {{seq}}: {{fault}}.',
  'case-package.refused.case-differs': 'The package says it holds another case than it does.',
  'case-package.fault.header-altered': 'the change is damaged',
  'case-package.fault.sequence': 'changes are missing or out of order',
  'case-package.fault.chain-broken': 'the chain of hashes is broken',
  'case-package.fault.part-altered': 'a record was altered',
  'case-package.fault.part-missing': 'a record is missing',
  'case-package.fault.part-unnamed': 'there are records that no change names',
  'case-package.fault.log-short': 'the history ends too early',
  'case-package.fault.head-differs': 'the last change is not the one the package was saved with',
  'case-package.fault.step-conflict': 'a change does not follow from the one before',
  'case-package.rescue.offer': 'What can still be read can be saved as a new case. The damaged file stays as it is.',
  'case-package.rescue.done':
    'Up to change {{intact}} all is sound and keeps its history. Of what follows, read in part or whole: {{salvaged}}; lost: {{lost}}.',
  'case-package.check.usage': 'check CASE.skein',
  'case-package.check.summary': 'verify a case package',
  'case-package.check.one-file': 'check takes one file: skein check CASE.skein',
  'case-package.check.unreadable': '{{file}}: cannot be read ({{reason}})',
  'case-package.check.sound': '{{file}}: sound. Changes: {{seq}}; parts purged: {{purged}}. Head {{seq}} {{words}}',
  'case-package.check.bad': '{{file}}: {{reason}}',
} as const;
