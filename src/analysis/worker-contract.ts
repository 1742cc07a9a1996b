import type { Partition, Refusal } from './communities/index.ts';
import type { Network } from './graph/network.ts';
import type { ParameterValues } from './graph/parameters.ts';
import type { KeyPlayerTasks } from './key-players/tasks.ts';
import type { LayoutQuality, LayoutSubject } from './layouts/index.ts';
import type { Column, EdgeColumn } from './measures/index.ts';
import type { SourceShare } from './measures/source-share.ts';
import type { PathAnswer, PathRequest } from './paths/index.ts';
import type { StudyTasks } from './studies/index.ts';
import type { NetworkTasks } from './whole-network/tasks.ts';

/** What the analysis worker holds and does. Ids travel as text: the registries are looked up on the other side. */
export interface AnalysisContract {
  readonly load: Network;
  readonly tasks: StudyTasks &
    KeyPlayerTasks &
    NetworkTasks & {
      readonly measure: {
        readonly params: {
          readonly measure: string;
          readonly parameters: ParameterValues;
          /** Name of a grouping: the measure within each of its groups alone. */
          readonly within?: string;
          /** Number of a link type: the measure over its lines alone. */
          readonly layer?: number;
        };
        readonly result: Column;
        /** What is known so far, of a measure that grows better as it goes. */
        readonly part: Column;
      };
      /** A share of a measure that several workers sum; joined by the measure's `split.join`. */
      readonly 'measure-share': {
        readonly params: {
          readonly measure: string;
          readonly parameters: ParameterValues;
          readonly share: SourceShare;
        };
        readonly result: readonly Float64Array[];
      };
      /** One value per edge of the loaded graph. */
      readonly 'link-measure': {
        readonly params: { readonly measure: string; readonly parameters: ParameterValues };
        readonly result: EdgeColumn;
      };
      readonly communities: {
        readonly params: { readonly method: string; readonly parameters: ParameterValues };
        readonly result: Partition;
      };
      readonly layout: {
        readonly params: {
          readonly layout: string;
          readonly parameters: ParameterValues;
          readonly subject: LayoutSubject;
        };
        /** x, y of each node, two numbers a node. */
        readonly result: Float64Array;
      };
      /** A question about ways between entities, over the lines of the loaded graph. Ends refused: `PathRefusal`. */
      readonly paths: { readonly params: PathRequest; readonly result: PathAnswer };
      /** How well the loaded graph can be read with its nodes at these places. */
      readonly 'layout-quality': {
        readonly params: { readonly positions: Float64Array; readonly radii: Float64Array };
        readonly result: LayoutQuality;
      };
    };
}

/** Codes of failures that these tasks end with by themselves; a method refuses a network with its own. */
export type AnalysisFailure = 'unknown-method' | 'unfit-parameter' | 'cannot-be-shared' | Refusal['refused'];
