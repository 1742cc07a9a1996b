export { Announcer, announce, standing } from './announce.tsx';
export { type ConfirmOptions, confirm } from './confirm.tsx';
export { DialogHost } from './dialog-host.tsx';
export { showDialog } from './dialogs.ts';
