import './grid.css';

export type { CellEdit, CellKind, Choice, EditManner, GridColumn, RowEdit } from './column.ts';
export { DataGrid, type DataGridProps, type Sorted } from './data-grid.tsx';
