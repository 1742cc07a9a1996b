import './policy/install.ts';
import '#ui/theme/index';
import { createRoot } from 'react-dom/client';
import { i18nInstance, languages } from '#i18n/index';
import { createSkein } from '#queries/workspace';
import { density, theme } from '#session/appearance';
import { applyTheme } from '#ui/theme/index';
import { Application, ApplicationFault } from './application.tsx';
import { BootBlocked, BootProblem } from './boot-problem.tsx';
import { keepOffline } from './offline/keep-offline.ts';
import { createPackages } from './packages.ts';
import { rememberFolder } from './safety-copies.ts';

const element = document.getElementById('root');
if (!element) throw new Error('index.html has no element #root');
applyTheme(document.documentElement, theme.get(), density.get());

keepOffline();

const root = createRoot(element);

async function start(withoutRoom: boolean): Promise<void> {
  try {
    const skein = await createSkein({ onBlocked: () => root.render(<BootBlocked />), withoutRoom });
    if ('problem' in skein) {
      root.render(<BootProblem problem={skein} onAnyway={() => void start(true)} />);
      return;
    }
    void rememberFolder(skein.store);
    const language = languages.find((l) => l === skein.device.get('language'));
    if (language) await i18nInstance.changeLanguage(language);
    root.render(<Application program={{ skein, packages: createPackages(skein) }} />);
  } catch (error) {
    console.error(error);
    root.render(<ApplicationFault />);
  }
}

await start(false);
