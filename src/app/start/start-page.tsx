import { i18nInstance, type Language, languageNames, languages } from '#i18n/index';
import { useT } from '#i18n/react';
import { jobs } from '#session/jobs';
import { runAction, shortcut } from '#session/keys';
import { useSignal } from '#session/signal';
import { Button, JobLine, RadioGroup, Section } from '#ui/controls/index';
import { Announcer } from '#ui/dialogs/index';
import { Icon } from '#ui/icon/index';
import { Bar, setLanguage } from '../shell/bar.tsx';
import { type Marking, MarkingStrip } from '../shell/marking-strip.tsx';
import { useMessageOfTheAct } from '../shell/message-of-the-act.ts';
import { skipToMain } from '../shell/regions.ts';
import { useCases, useDevice } from '../skein-context.ts';
import { CaseTable } from './case-table.tsx';
import { Notices } from './notices.tsx';
import { Samples } from './samples.tsx';
import { StoragePanel } from './storage-panel.tsx';
import './start.css';

/** Cases, ways in, samples, language, storage. */
export function StartPage() {
  const t = useT();
  const device = useDevice();
  const cases = useCases();
  const running = useSignal(jobs);
  useMessageOfTheAct();
  const list = cases ?? [];
  // Titles are case words: the strip names every marking found among them.
  const markings = [...new Set(list.flatMap((c) => (c.marking ? [c.marking] : [])))];
  const marking: Marking | null = markings.length > 0 ? { text: markings.join(' · ') } : null;
  return (
    <div className="app">
      <button type="button" className="skip" onClick={skipToMain}>
        {t('shell.skip')}
      </button>
      <MarkingStrip marking={marking} />
      <Bar find={t('shell.find-start')} />
      <main className="start" id="main" tabIndex={-1}>
        <section className="home" data-region aria-label={t('start.cases')}>
          <h1>{t('start.title')}</h1>
          <p className="muted">{t('start.subtitle')}</p>
          <Notices />
          {cases && <CaseTable cases={cases} />}
          <h2>
            {t('start.samples')} <span>{t('start.samples-more')}</span>
          </h2>
          {cases && <Samples cases={cases} />}
        </section>
        <aside className="side right" data-region aria-label={t('start.ways-in')}>
          <div className="acts">
            <Button
              variant="primary"
              size="large"
              icon="plus"
              shortcut={shortcut('new-case')}
              data-region-start
              onClick={() => runAction('new-case')}
            >
              {t('start.new-case')}
            </Button>
            <Button
              size="large"
              icon="folder"
              shortcut={shortcut('open-package')}
              onClick={() => runAction('open-package')}
            >
              {t('start.open-package')}
            </Button>
            <Button
              size="large"
              icon="upload"
              shortcut={shortcut('import-data')}
              onClick={() => runAction('import-data')}
            >
              {t('start.import')}
            </Button>
          </div>
          <div className="drop">
            <Icon name="upload" size={24} />
            <b>{t('start.drop')}</b>
            <span className="muted small">{t('start.drop-more')}</span>
          </div>
          {languages.length > 1 && (
            <Section title={t('start.language')}>
              <div className="storage">
                <RadioGroup
                  label={t('start.language')}
                  hideLabel
                  options={languages.map((l) => ({ value: l, label: <span lang={l}>{languageNames[l]}</span> }))}
                  value={i18nInstance.language as Language}
                  onChange={(l) => setLanguage(l, (chosen) => void device.set('language', chosen))}
                />
              </div>
            </Section>
          )}
          <StoragePanel cases={list} />
        </aside>
      </main>
      <footer className="status" role="contentinfo" data-region aria-label={t('shell.status')}>
        <span>{t('start.status', { count: list.length })}</span>
        {running.map((job) => (
          <JobLine key={job.id} label={job.label} done={job.done} of={job.of} onCancel={job.cancel} />
        ))}
        <Announcer />
        <span className="grow" />
        <span>{t('start.offline')}</span>
      </footer>
      <MarkingStrip marking={marking} lower />
    </div>
  );
}
