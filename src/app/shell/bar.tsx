import type { ReactNode } from 'react';
import { i18nInstance, type Language, languageNames, languages } from '#i18n/index';
import { useT } from '#i18n/react';
import { density, theme } from '#session/appearance';
import { runAction, shortcut } from '#session/keys';
import { useSignal } from '#session/signal';
import { Button, IconButton, MenuButton } from '#ui/controls/index';
import { Icon } from '#ui/icon/index';
import { useDevice } from '../skein-context.ts';

/** The line at the top: where we are, find, acts, language, look, help. */
export function Bar({ left, acts, find }: { left?: ReactNode; acts?: ReactNode; find: string }) {
  const t = useT();
  const device = useDevice();
  const author = device.author();
  const look = useSignal(theme);
  const rows = useSignal(density);
  return (
    <div className="bar" role="banner" aria-label={t('shell.bar')} data-region>
      <a className="mark" href="#/" title={t('shell.home')}>
        <Icon name="skein" size={20} />
        Skein
      </a>
      {left}
      <span className="grow" />
      <button type="button" className="find" onClick={() => runAction('palette')}>
        <Icon name="search" size={14} />
        <span className="grow">{find}</span>
        <kbd>{shortcut('palette')}</kbd>
      </button>
      <span className="grow" />
      {acts}
      <span className="sep" />
      {author && (
        <Button
          variant="quiet"
          icon="user"
          title={t('author.now', { initials: author.initials })}
          onClick={() => runAction('switch-analyst')}
        >
          <bdi>{author.initials}</bdi>
        </Button>
      )}
      <MenuButton
        label={t('shell.language')}
        entries={languages.map((language) => ({
          id: language,
          label: languageNames[language],
          checked: i18nInstance.language === language,
          onSelect: () => setLanguage(language, (l) => void device.set('language', l)),
        }))}
      >
        {languageNames[i18nInstance.language as Language]}
      </MenuButton>
      <MenuButton
        label={t('shell.theme')}
        iconOnly
        entries={[
          ...(['light', 'dark', 'system'] as const).map((value) => ({
            id: value,
            label: t(`shell.theme-${value}`),
            checked: look === value,
            onSelect: () => theme.set(value),
          })),
          { separator: true },
          ...(['dense', 'roomy'] as const).map((value) => ({
            id: value,
            label: t(`shell.density-${value}`),
            checked: rows === value,
            onSelect: () => density.set(value),
          })),
        ]}
      >
        <Icon name="theme" />
      </MenuButton>
      <IconButton
        icon="help"
        label={t('shell.help')}
        shortcut={shortcut('shortcuts')}
        onClick={() => runAction('shortcuts')}
      />
    </div>
  );
}

export function setLanguage(language: Language, keep: (language: Language) => void): void {
  void i18nInstance.changeLanguage(language);
  document.documentElement.lang = language;
  keep(language);
}
