import { QueryClientProvider } from '@tanstack/react-query';
import { Suspense, useEffect } from 'react';
import { useT } from '#i18n/react';
import { density, theme } from '#session/appearance';
import { incoming } from '#session/incoming';
import { handleKey, ownChords, useAction } from '#session/keys';
import { type Signal, useSignal } from '#session/signal';
import { askToPersist } from '#store/index';
import { Button, EmptyState, ErrorRing, Name } from '#ui/controls/index';
import { announce, DialogHost } from '#ui/dialogs/index';
import { applyTheme } from '#ui/theme/index';
import { chooseFiles } from './choose-file.ts';
import { casePage, fetchAhead } from './load-case-page.ts';
import { NewVersionNote } from './offline/new-version-note.tsx';
import { choosePackage, openPackage } from './open-package.ts';
import { saveFromDisk } from './packages.ts';
import { queryClient } from './query-client.ts';
import { goToCase, goToStart, route } from './route.ts';
import { askAuthor } from './shell/author-dialog.tsx';
import { matches, showPalette } from './shell/command-palette.tsx';
import { DropZone } from './shell/drop-zone.tsx';
import { cycleRegion } from './shell/regions.ts';
import { showShortcuts } from './shell/shortcuts-dialog.tsx';
import { type Program, ProgramContext, useCases, useProgram } from './skein-context.ts';
import { askNewCase } from './start/new-case-dialog.tsx';
import { StartPage } from './start/start-page.tsx';
import './shell/shell.css';

/** Whoever looks at the start page this long, ms, opens a case next: its page and the chart are fetched meanwhile. */
const LOOKING = 1500;

/** The whole page around the program it is given. */
export function Application({ program }: { program: Program }) {
  return (
    <QueryClientProvider client={queryClient}>
      <ProgramContext.Provider value={program}>
        <ErrorRing onError={(error) => console.error(error)} fallback={() => <ApplicationFault />}>
          <Page />
        </ErrorRing>
      </ProgramContext.Provider>
    </QueryClientProvider>
  );
}

/** The outermost ring: nothing of the page can be trusted any more, so the files come straight from the disk. */
export function ApplicationFault() {
  const t = useT();
  return (
    <main className="boot">
      <EmptyState
        error
        title={t('ring.application')}
        actions={
          <>
            <Button variant="primary" onClick={() => void saveFromDisk()}>
              {t('start.save-package')}
            </Button>
            <Button onClick={() => window.location.reload()}>{t('banner.reload')}</Button>
          </>
        }
      >
        {t('ring.application-more')}
      </EmptyState>
    </main>
  );
}

function Page() {
  const at = useSignal(route);
  useAppearance();
  useKeys();
  useGlobalActions();
  return (
    <>
      {at.at === 'start' ? (
        <Start />
      ) : (
        <Suspense fallback={null}>
          <Case key={at.localId} localId={at.localId} />
        </Suspense>
      )}
      <NewVersionNote />
      <DialogHost />
    </>
  );
}

function Case({ localId }: { localId: string }) {
  const CasePage = casePage.component();
  return <CasePage localId={localId} />;
}

/** What only the start page does with files and with Ctrl+K. */
function Start() {
  const t = useT();
  useEffect(() => {
    const timer = setTimeout(fetchAhead, LOOKING);
    return () => clearTimeout(timer);
  }, []);
  const program = useProgram();
  const cases = useCases();
  const importInto = (files: readonly File[]) =>
    void askNewCase(program, cases ?? [], t('new-case.imported')).then((localId) => {
      if (localId === undefined) return;
      goToCase(localId);
      incoming.set({ files });
    });
  useAction('import-data', () => void chooseFiles('', true).then((files) => files.length > 0 && importInto(files)));
  useAction(
    'palette',
    () =>
      void showPalette((text) =>
        (cases ?? [])
          .filter((c) => matches(`${c.title} ${c.reference ?? ''}`, text))
          .slice(0, 12)
          .map((c) => ({
            id: c.localId,
            option: {
              label: <Name text={c.title || t('start.untitled')} />,
              icon: 'folder' as const,
              detail: t('palette.case'),
            },
            perform: () => goToCase(c.localId),
          })),
      ),
  );
  return (
    <>
      <StartPage />
      <DropZone
        onFiles={(files) => {
          const packaged = files.find((f) => f.name.toLowerCase().endsWith('.skein'));
          if (packaged) void openPackage(program, packaged);
          else importInto(files);
        }}
      />
    </>
  );
}

/** Keeps a session value on the device: read once, written at each change. */
function useKept<T>(
  key: string,
  value: Signal<T>,
  read: (kept: unknown) => T | undefined,
  write: (now: T) => unknown,
): void {
  const { skein } = useProgram();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `read` and `write` are the same at each drawing.
  useEffect(() => {
    const kept = read(skein.device.get(key));
    if (kept !== undefined) value.set(kept);
    // A closed database refuses; a look is not worth a word.
    return value.subscribe(() => void skein.device.set(key, write(value.get())).catch(() => {}));
  }, [skein, key, value]);
}

const oneOf =
  <T extends string>(...all: readonly T[]) =>
  (kept: unknown): T | undefined =>
    all.find((x) => x === kept);
const readTheme = oneOf('light', 'dark', 'system');
const readDensity = oneOf('dense', 'roomy');
const same = <T,>(x: T) => x;

/** Keys as kept: a list of [action, chords]. */
function readChords(kept: unknown): ReadonlyMap<string, readonly string[]> | undefined {
  if (!Array.isArray(kept)) return undefined;
  const good = kept.filter(
    (e): e is [string, string[]] =>
      Array.isArray(e) && typeof e[0] === 'string' && Array.isArray(e[1]) && e[1].every((c) => typeof c === 'string'),
  );
  return new Map(good);
}

function useAppearance(): void {
  useKept('theme', theme, readTheme, same);
  useKept('density', density, readDensity, same);
  useKept('keys', ownChords, readChords, (now) => [...now]);
  const look = useSignal(theme);
  const rows = useSignal(density);
  useEffect(() => applyTheme(document.documentElement, look, rows), [look, rows]);
}

function useKeys(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => void handleKey(event);
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}

function useGlobalActions(): void {
  const t = useT();
  const program = useProgram();
  const { skein } = program;
  const cases = useCases();
  const switchAnalyst = async () => {
    const author = await askAuthor(skein.device.author());
    if (author) await skein.device.setAuthor(author);
  };
  useAction('switch-analyst', () => void switchAnalyst());
  useAction(
    'new-case',
    () =>
      void askNewCase(program, cases ?? []).then((localId) => {
        if (localId === undefined) return;
        // The first case is the moment to ask: there is something to keep now. The start page shows the answer.
        void askToPersist();
        goToCase(localId);
      }),
  );
  useAction('open-package', () => void choosePackage(program));
  useAction('start-page', goToStart);
  useAction('shortcuts', showShortcuts);
  useAction('next-region', () => cycleRegion(1));
  useAction('previous-region', () => cycleRegion(-1));
  useAction('switch-theme', () => theme.set(document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark'));
  // First start: initials stand beside every change, so they are asked before there is one.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once.
  useEffect(() => {
    if (!skein.device.author()) void switchAnalyst();
  }, [skein]);
  useEffect(
    () =>
      skein.subscribe((event) => {
        if (event.type === 'frozen')
          announce(t(event.why === 'superseded' ? 'banner.frozen-newer-version' : 'banner.frozen-storage-closed'));
      }),
    [skein, t],
  );
}
