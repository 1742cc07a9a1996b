/** What the place where cases are kept has to say: saving, loss, other tabs, versions. */
export const store = {
  'store.problem.storage-refused':
    'This browser gives the program no place to keep cases (a private window, or a rule of your organisation). Nothing would be saved.',
  'store.problem.newer-database':
    'A newer version of Skein was used on this computer (version {{found}}; this one knows {{known}}). Its cases are not touched. Use the newer version, or save them to files.',
  'store.frozen.superseded':
    'A newer version of Skein was opened in another tab. Nothing more is saved here. Reload this tab.',
  'store.frozen.cleared':
    'The browser removed the stored cases while this page was open. What you see is only in memory: save it to a file now.',
  'store.frozen.closed': 'The store is closed. Nothing more is saved here.',
  'store.failed.storage-full':
    'Not saved: there is no room left. The change is kept in this page. Save a copy to a file, make room, then try again.',
  'store.failed.write-failed':
    'Not saved: the browser could not write. The change is kept in this page. Save a copy to a file, then try again.',
  'store.failed.superseded': 'Not saved: a newer version of Skein was opened in another tab. Reload this tab.',
  'store.failed.cleared': 'Not saved: the browser removed the stored cases. Save what you see to a file now.',
  'store.failed.closed': 'Not saved: the store is closed. Save a copy to a file, then reload.',
  'store.load.no-such-case': 'This case is not on this computer.',
  'store.load.damaged':
    'The case is damaged at change {{seq}}. Up to change {{intact}} it is sound. What can be read can be saved as a new case.',
  'store.load.store-empty':
    'This case was here up to change {{count, number}}, and the browser has lost it. Open the last file you saved of it.',
  'store.load.store-behind':
    'The browser has lost the end of this case: up to change {{count, number}} it was saved, up to change {{intact}} it is left. Open the last file you saved of it, or go on with what is left.',
  'store.load.store-differs':
    'This case is not the one that was saved last: its history differs at change {{count, number}}. Open the last file you saved of it, or go on with what is here.',
  'store.report.data-loss': 'The browser found its storage damaged and threw it away. Open the last files you saved.',
  'store.report.sentinel-blocked':
    'This browser blocks a small note that Skein keeps beside its store. If the store is lost, Skein cannot notice it.',
  'store.report.swept_one': 'One unfinished import was removed. The case is as it was before.',
  'store.report.swept_other': '{{count, number}} unfinished imports were removed. The cases are as they were before.',
  'store.persist.granted': 'The browser has promised to keep the cases of this computer.',
  'store.persist.denied': 'The browser may remove cases when space runs short. Save them to files.',
  'store.persist.unknown': 'The browser does not say whether it keeps the cases. Save them to files.',
  'store.saved-to-file.never': 'Never saved to a file',
  'store.saved-to-file.changed_one': 'One change since it was last saved to a file',
  'store.saved-to-file.changed_other': '{{count, number}} changes since it was last saved to a file',
  'store.saved-to-file.current': 'The last file holds everything',
  'store.verify.sound': 'Every byte of the history was read, up to change {{count, number}}, and it holds together.',
  'store.verify.proves':
    'This proves that no change was edited, removed or swapped since the eight words were written down. It does not prove that the whole history was not written anew; compare the words with those on paper.',
} as const;
