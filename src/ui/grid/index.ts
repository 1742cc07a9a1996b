import './grid.css';

export type { CellEdit, CellKind, Choice, EditManner, GridColumn, RowEdit } from './column.ts';
export { DataGrid, type DataGridProps } from './data-grid.tsx';
export type { Sorted } from './row-order.ts';
