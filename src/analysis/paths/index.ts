export {
  answerPaths,
  type EventTimes,
  MOST_PAIRS,
  type PathAnswer,
  type PathRefusal,
  type PathRequest,
  type Piece,
  type Pieces,
} from './answer.ts';
export {
  type Bridging,
  type CommonNeighbour,
  commonNeighbours,
  commonToLists,
  type EgoNetwork,
  egoNetwork,
} from './around.ts';
export { allPaths, type CutOff, kShortestPaths, MORE_TIES, type PathsFound, shortestPath } from './between.ts';
export {
  type ConnectedPair,
  type Connections,
  connections,
  type GoBetween,
  pairsAcross,
  pairsWithin,
} from './connections.ts';
export { comparePaths, type FoundPath } from './path-finder.ts';
export { type KeptRows, keptRows, type PathRows, type RowConditions } from './path-rows.ts';
export { type Ends, type PathQuestion, type PathQuestionId, pathQuestionById, pathQuestions } from './questions.ts';
export { type TimePath, type TimePathAnswer, type TimeReach, timePaths, timeReach } from './time-paths.ts';
export type { Certainty, FlowLimits, RowTimes } from './times.ts';
export { type LengthKind, type Ways, waysOf } from './ways.ts';
export { type Backing, compareBacking, weakestLink } from './weakest-link.ts';
