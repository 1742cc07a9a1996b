import { Fragment, useSyncExternalStore } from 'react';
import { openDialogs } from './dialogs.ts';

/** Where dialogs asked for by `showDialog` and `confirm` appear. Once per page. */
export function DialogHost() {
  const pending = useSyncExternalStore(openDialogs.subscribe, openDialogs.get);
  return pending.map((p) => <Fragment key={p.id}>{p.render(p.close)}</Fragment>);
}
