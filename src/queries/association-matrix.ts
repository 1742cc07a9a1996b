export {
  type AssociationMatrix,
  type Block,
  type Code,
  codes,
  type MatrixCell,
  type MatrixOrder,
  type OrderedEntities,
  readingMatrix,
  readingOrder,
  strengths,
  type Taken,
} from '#analysis/association-matrix/index';
