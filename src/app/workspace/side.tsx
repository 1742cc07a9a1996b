import { Suspense } from 'react';
import { tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { Button, EmptyState, ErrorRing, IconButton } from '#ui/controls/index';
import type { SideDefinition } from '#views/view';
import { FaultDetails } from './pane-half.tsx';
import { sideComponent } from './view-registry.ts';

/** Explorer or inspector: unfolded, or as a rail of 40 px whose buttons unfold it at one of its parts. */
export function Side(props: {
  readonly definition: SideDefinition;
  readonly place: 'left' | 'right';
  readonly folded: boolean;
  readonly onFold: (folded: boolean) => void;
}) {
  const { definition, place, folded, onFold } = props;
  const t = useT();
  const name = t(definition.id === 'explorer' ? 'workspace.explorer' : 'workspace.inspector');
  if (folded)
    return (
      <nav className={`rail ${place}`} aria-label={name} data-region>
        <IconButton
          icon={place === 'left' ? 'right' : 'left'}
          label={t('workspace.unfold', { side: name })}
          onClick={() => onFold(false)}
        />
        {definition.rail.map((part) => (
          <IconButton
            key={part.part}
            icon={part.icon}
            label={tDynamic(`side.${definition.id}.${part.part}`)}
            onClick={() => {
              onFold(false);
              // Once it is drawn.
              requestAnimationFrame(() => {
                const element = document.getElementById(part.part);
                element?.scrollIntoView({ block: 'nearest' });
                element?.focus();
              });
            }}
          />
        ))}
      </nav>
    );
  const Content = sideComponent(definition);
  return (
    <aside className={`side ${place}`} aria-label={name} data-region>
      <div className="side-body">
        <ErrorRing
          onError={(error) => console.error(error)}
          fallback={(error, again) => (
            <EmptyState
              error
              title={t('ring.pane', { view: name })}
              actions={
                <>
                  <Button onClick={again}>{t('ring.again')}</Button>
                  <FaultDetails error={error} />
                </>
              }
            />
          )}
        >
          <Suspense fallback={null}>
            <Content />
          </Suspense>
        </ErrorRing>
      </div>
    </aside>
  );
}
