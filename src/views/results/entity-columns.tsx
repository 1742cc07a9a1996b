import type { CaseState } from '#domain/change/case-state';
import { isProtected } from '#domain/entity/entity';
import type { Id } from '#domain/record';
import { iconRole } from '#drawing/icons/icon-role';
import { tDynamic } from '#i18n/index';
import { nameOf } from '#i18n/record-words';
import { Name } from '#ui/controls/index';
import type { GridColumn } from '#ui/grid/index';
import { Icon } from '#ui/icon/index';

/** A row about an entity; a heading among them has no words of its own here. */
interface EntityRow {
  readonly id: Id;
  readonly heading?: boolean;
}

/** The entity of a row with its symbol, a protected one by its pseudonym. */
export function entityColumn<Row extends EntityRow>(
  state: CaseState,
  title: string,
  manner = '',
): GridColumn<Row> & Required<Pick<GridColumn<Row>, 'render'>> {
  return {
    id: 'entity',
    title,
    width: 190,
    text: (r) => nameOf(state.entity(r.id)),
    render: (r) => {
      const entity = state.entity(r.id);
      const guarded = entity ? isProtected(entity) : false;
      return (
        <span className={`row results-name ${manner}`}>
          {entity && <Icon name={guarded ? 'protected' : iconRole(entity)} />}{' '}
          <Name text={nameOf(entity)} isProtected={guarded} clip />
        </span>
      );
    },
  };
}

/** Links of the scope of an answer; of those that run side by side, each counts. */
export function linksColumn<Row extends EntityRow>(
  links: (id: Id) => number,
  { title, about }: { readonly title: string; readonly about: string },
): GridColumn<Row> {
  return {
    id: 'links',
    title,
    about,
    kind: 'number',
    width: headWidth(title, 60),
    text: (r) => (r.heading ? '' : String(links(r.id))),
    sortBy: (r) => links(r.id),
  };
}

/** Room for the whole of a column's head in a usual font and for the mark of sorting, in pixels; never less than what its cells need. */
export function headWidth(title: string, least: number): number {
  return Math.max(least, Math.ceil(title.length * 7 + 24));
}

export function typeColumn<Row extends EntityRow>(state: CaseState, title: string): GridColumn<Row> {
  return {
    id: 'type',
    title,
    width: 120,
    plain: true,
    text: (r) => (r.heading ? '' : tDynamic(`entity-type.${state.entity(r.id)?.type ?? 'unknown'}`)),
  };
}
