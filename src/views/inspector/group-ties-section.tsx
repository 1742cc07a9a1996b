import { useMemo } from 'react';
import type { Group } from '#domain/chart/group';
import type { Link } from '#domain/link/link';
import { linkLabel } from '#drawing/link-summary/link-label';
import type { LinkSums } from '#drawing/link-summary/link-sums';
import { countMembers } from '#drawing/style/folded';
import { i18nInstance, number, t as say, tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { nameOf } from '#i18n/record-words';
import { useCaseSnapshot } from '#queries/case-context';
import { filter } from '#session/filter';
import { select } from '#session/selection';
import { useSignal } from '#session/signal';
import { Button, Name, Section } from '#ui/controls/index';
import { filterMatch } from '../filter-match.ts';
import { dayText } from '../when.ts';
import { type GroupTies, groupTies } from './group-ties.ts';

/** Outsiders listed; further ones are counted. */
const LISTED = 50;

/** What a group comes to on its chart: members by type, links inside, and what links it with each outsider. */
export function GroupTiesSection({ group }: { group: Group }) {
  const t = useT();
  const snapshot = useCaseSnapshot();
  const wanted = useSignal(filter);
  const ties = useMemo(() => {
    const { state } = snapshot;
    return groupTies(state, group, wanted.mode === 'hide' ? filterMatch(wanted, state) : null);
  }, [snapshot, group, wanted]);
  const { state } = snapshot;
  const zone = state.properties?.zone ?? 'UTC';
  const nameOfItem = (id: string) => state.find('group', id)?.name ?? nameOf(state.entity(id));
  return (
    <>
      <Section title={t('inspector.group.holds')} end={number(ties.members.length)}>
        <ul className="tree">
          {countMembers(ties.members).map(({ type, count }) => (
            <li key={type}>
              <span className="grow">
                {type === 'protected' ? t('inspector.group.protected') : tDynamic(`entity-type.${type}`)}
              </span>
              <span className="n">{number(count)}</span>
            </li>
          ))}
          {notSeen(ties).map((text) => (
            <li key={text} className="muted">
              {text}
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('inspector.group.inside')} end={number(ties.inside.length)}>
        <ul className="tree group-ties">
          {ties.inside.length > 0 && (
            <li>
              <Button variant="quiet" className="grow" onClick={() => select(ties.inside.map((l) => l.id))}>
                <Sums links={ties.inside} sums={ties.insideSums} zone={zone} />
              </Button>
            </li>
          )}
        </ul>
      </Section>
      <Section title={t('inspector.group.outside')} end={number(ties.outsiders.length)}>
        <ul className="tree group-ties">
          {ties.outsiders.slice(0, LISTED).map((o) => (
            <li key={o.id}>
              <Button variant="quiet" className="grow" onClick={() => select(o.links.map((l) => l.id))}>
                <b>
                  <Name text={nameOfItem(o.id)} />
                </b>
                <Sums links={o.links} sums={o.sums} zone={zone} />
              </Button>
            </li>
          ))}
          {ties.outsiders.length > LISTED && (
            <li className="muted">{t('inspector.group.more', { count: ties.outsiders.length - LISTED })}</li>
          )}
        </ul>
      </Section>
    </>
  );
}

/** Sums in words, exact; how sure at best and at worst; from when to when. */
function Sums({ links, sums, zone }: { links: readonly Link[]; sums: LinkSums; zone: string }) {
  const { strongest, weakest } = sums;
  const strength =
    strongest === weakest
      ? tDynamic(`strength.${strongest}`)
      : say('inspector.group.strengths', {
          weakest: tDynamic(`strength.${weakest}`),
          strongest: tDynamic(`strength.${strongest}`),
        });
  return (
    <span className="group-sums">
      <span>{linkLabel(links, tDynamic, i18nInstance.language)}</span>
      <span className="muted">
        {[say('inspector.group.links', { count: sums.links }), strength, ...whenText(sums, zone)].join(' · ')}
      </span>
    </span>
  );
}

function whenText({ time, undated }: LinkSums, zone: string): string[] {
  const none = undated > 0 ? [say('inspector.group.undated', { count: undated })] : [];
  if (!time) return none;
  const first = Number.isFinite(time.from) ? dayText(time.from, zone) : '…';
  // The end of the last day, hour or second stated belongs to the next one.
  const last = Number.isFinite(time.to) ? dayText(time.to - 1, zone) : '…';
  return [first === last ? first : say('inspector.group.between', { first, last }), ...none];
}

function notSeen(ties: GroupTies): string[] {
  const out: string[] = [];
  for (const why of ['hidden', 'filtered', 'unplaced', 'elsewhere'] as const)
    if (ties[why] > 0) out.push(say(`inspector.group.not-seen.${why}`, { count: ties[why] }));
  return out;
}
