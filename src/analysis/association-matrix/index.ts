export { type Code, codes, strengths } from './cell-code.ts';
export { type AssociationMatrix, type MatrixCell, readingMatrix, type Taken } from './matrix.ts';
export { type Block, type MatrixOrder, type OrderedEntities, readingOrder } from './order.ts';
