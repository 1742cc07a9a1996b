export { Button, type ButtonProps, IconButton, type IconButtonProps } from './button.tsx';
export { Combobox, type ComboboxProps, type ComboOption } from './combobox.tsx';
export { Dialog, type DialogProps } from './dialog.tsx';
export { ErrorRing, type ErrorRingProps } from './error-ring.tsx';
export {
  Checkbox,
  type CheckboxProps,
  Field,
  type Option,
  RadioGroup,
  type RadioGroupProps,
  Segmented,
  type SegmentedProps,
  Select,
  type SelectProps,
  TextArea,
  type TextAreaProps,
  TextField,
  type TextFieldProps,
} from './fields.tsx';
export {
  EmptyState,
  GradeChip,
  type GradeChipProps,
  JobLine,
  type JobLineProps,
  Meter,
  Note,
  Section,
  Tag,
  type Tone,
} from './marks.tsx';
export { Menu, MenuButton, type MenuButtonProps, type MenuEntry, type MenuProps } from './menu.tsx';
export { Name, type NamePiece, namePieces, needsTallLine } from './name.tsx';
export { NumberField, type NumberFieldProps, numberTyped } from './number-field.tsx';
export { placeFloat } from './place-float.ts';
export { type SmallColumn, SmallTable, type SmallTableProps } from './small-table.tsx';
export { type Tab, Tabs, type TabsProps } from './tabs.tsx';
