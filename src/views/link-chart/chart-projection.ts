import type { CaseState } from '#domain/change/case-state';
import type { Chart } from '#domain/chart/chart';
import { foldingOf } from '#domain/chart/folding';
import { placementId } from '#domain/chart/placement';
import type { Id } from '#domain/record';
import { editOf, type LastReading, withEdit } from './chart-edit.ts';
import { type ChartView, type Reading, whole } from './chart-view.ts';
import { FoldedReading } from './folded-reading.ts';
import { keepSame, LABELLED_LINES, placeLinkLabels } from './link-labels.ts';
import { boxesOf, type OnChart, readPlacements } from './on-chart.ts';
import type { ShownEdge } from './shown.ts';
import { type ProjectionOptions, ShownItems } from './shown-items.ts';
import { Standing } from './standing.ts';

/**
 * Reads a chart out of the case again and again, and hands over the very same nodes and edges for all that did not change, so
 * that the canvas does the work of the edit only. One for each pane.
 */
export class ChartProjection {
  readonly #items = new ShownItems();
  #edges: readonly ShownEdge[] = [];
  readonly #folded = new FoldedReading();

  /** The reading before this one, when an edit of single items can be put into it. */
  #last: LastReading | undefined;
  /** What stands on the chart, for the filter to be moved over it. */
  #standing:
    | { readonly state: CaseState; readonly version: number; readonly look: string; readonly of: Standing }
    | undefined;
  #on:
    | {
        readonly state: CaseState;
        readonly version: number;
        readonly chart: Id;
        readonly locale: string;
        readonly read: OnChart;
      }
    | undefined;

  project(state: CaseState, chartId: Id, o: ProjectionOptions): ChartView | undefined {
    const chart = state.find('chart', chartId);
    if (!chart) return undefined;
    const look = `${chartId} ${o.theme} ${o.locale} ${chart.skin} ${chart.multiplicity}`;
    const items = this.#items;
    items.beginLook(look);
    const edited = this.#edited(state, look, o);
    if (edited) return edited;
    const on = this.#placements(state, chartId, o);
    const folding = foldingOf(on.groups, (entity) => state.find('placement', placementId(chartId, entity)));
    const { standIn } = folding;
    items.beginFolding(standIn);
    const standing = standIn.size === 0 ? this.#stand(state, chart, look, on) : undefined;
    const found = standing?.read(o);
    const read = found ?? this.#folded.read(state, chart, on, folding, items, o);
    items.nodes = read.kept;
    this.#edges = keepSame(this.#edges, placeLinkLabels(read.nodes, read.edges));
    const reading: Reading = {
      chart,
      nodes: read.nodes,
      edges: this.#edges,
      groups: boxesOf(on, folding, o),
      entities: read.entities,
      links: read.links,
      folded: read.folded,
      standIn,
      lines: read.lines,
      groupRecords: on.groups,
      places: read.places,
      hidden: read.hidden,
      filtered: read.filtered,
      total: read.total,
      pinned: read.pinned,
      figures: on,
    };
    const view = whole(reading);
    this.#last =
      standing && found && o.filter === null && read.edges.length > LABELLED_LINES
        ? {
            state,
            version: state.version,
            look,
            on,
            read: reading,
            view,
            hiddenLinks: standing.hiddenLinks,
            drawn: found.drawn(),
          }
        : undefined;
    return view;
  }

  /** Placements are read once for a state of the case. */
  #placements(state: CaseState, chart: Id, { words, locale }: ProjectionOptions): OnChart {
    const known = this.#on;
    if (
      known &&
      known.state === state &&
      known.version === state.version &&
      known.chart === chart &&
      known.locale === locale
    )
      return known.read;
    const read = readPlacements(state, chart, words, locale);
    this.#on = { state, version: state.version, chart, locale, read };
    return read;
  }

  #stand(state: CaseState, chart: Chart, look: string, on: OnChart): Standing {
    const known = this.#standing;
    if (known && known.state === state && known.version === state.version && known.look === look) return known.of;
    const of = new Standing(state, chart, on, this.#items);
    this.#standing = { state, version: state.version, look, of };
    return of;
  }

  /** An edit of some items put into the last reading of a chart of many: to read all of it again takes longer than a hand may wait. */
  #edited(state: CaseState, look: string, o: ProjectionOptions): ChartView | undefined {
    const last = this.#last;
    if (!last || last.state !== state || last.look !== look || o.filter !== null) return undefined;
    const { chart } = last.read;
    const steps = state.since(last.version);
    const edit = steps && editOf(steps, chart.id, state);
    if (!edit) return undefined;
    const untouched = edit.entities.size === 0 && edit.pairs.length === 0;
    const read = untouched ? last.read : withEdit(last, edit, this.#items, o);
    // Few enough for labels again, which look at all.
    if (read.edges.length <= LABELLED_LINES) return undefined;
    const view = untouched ? last.view : whole(read);
    this.#last = { ...last, version: state.version, read, view };
    this.#edges = read.edges;
    return view;
  }
}
