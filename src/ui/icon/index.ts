export { Icon, isIconName } from './icon.tsx';
export { type IconName, type IconShape, shapes } from './shapes.ts';
