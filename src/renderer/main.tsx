import { createRoot } from 'react-dom/client';
import { config } from 'zod';
import { ErrorBoundary } from './app/ErrorBoundary.tsx';
import './themes/base.css';
import { StartFailure } from './app/StartFailure.tsx';
import { systemMotion } from './themes/motion.ts';
import { systemTheme } from './themes/systemTheme.ts';

// zod would probe for `new Function`, which the policy forbids and reports.
config({ jitless: true });

// Until what was remembered is read: then what was chosen takes over (themes/followTheme.ts, themes/motion.ts).
document.documentElement.dataset.theme = systemTheme();
document.documentElement.dataset.motion = systemMotion();

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element #root.');
const view = createRoot(root);

// The composition root is loaded on its own, so that data that cannot be read still leads to a page that says so.
import('./compositionRoot.tsx')
  .then(({ composeWindow }) => composeWindow())
  .then(
    ({ content, startAnew }) =>
      view.render(
        <ErrorBoundary fallback={(error) => <StartFailure error={error} onForget={startAnew} />}>
          {content}
        </ErrorBoundary>,
      ),
    (error: unknown) => view.render(<StartFailure error={error} />),
  );
