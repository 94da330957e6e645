import { lazy, Suspense } from 'react';
import { CompareView } from '../compare/CompareView.tsx';
import { useCopyKeys } from '../export/useCopyKeys.ts';
import { FileQuestionDialog } from '../files/FileQuestionDialog.tsx';
import { useFileEvents } from '../files/useFileEvents.ts';
import { LeftPanel } from '../guide/LeftPanel.tsx';
import { Inspector } from '../inspector/Inspector.tsx';
import { StackMap } from '../map/StackMap.tsx';
import { useDecisionDrop } from '../review/useOpenDecision.ts';
import { SearchPalette } from '../search/SearchPalette.tsx';
import { SketchAnnouncer } from '../sketch/SketchAnnouncer.tsx';
import { SketchInspector } from '../sketch/SketchInspector.tsx';
import { SketchView } from '../sketch/SketchView.tsx';
import { Announcer, Speaker } from './Announcer.tsx';
import './App.css';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Header } from './Header.tsx';
import { Notices } from './Notices.tsx';
import { PartFailure } from './PartFailure.tsx';
import { SidePanel } from './SidePanel.tsx';
import { useServices, useWindow } from './services.ts';
import { useKeepFocus } from './useKeepFocus.ts';
import { useMenu } from './useMenu.ts';
import { useShortcuts } from './useShortcuts.ts';

const ExportDialog = lazy(() => import('../export/ExportDialog.tsx'));
const TemplateGallery = lazy(() => import('../sketch/templates/TemplateGallery.tsx'));
const RecoveredSketches = lazy(() => import('../files/RecoveredSketches.tsx'));
const ShortcutSheet = lazy(() => import('./ShortcutSheet.tsx'));

function Dialogs() {
  const dialog = useWindow((state) => state.dialog);
  return (
    <Suspense>
      {dialog === 'export' ? <ExportDialog /> : null}
      {dialog === 'search' ? <SearchPalette /> : null}
      {dialog === 'shortcuts' ? <ShortcutSheet /> : null}
      {dialog === 'recovered' ? <RecoveredSketches /> : null}
      {dialog === 'templates' ? <TemplateGallery /> : null}
    </Suspense>
  );
}

/** The whole window: header, need, canvas, inspector, and what may lie over them. */
export function App() {
  const { store } = useServices();
  const view = useWindow((state) => state.view);
  useShortcuts(store);
  useCopyKeys();
  useMenu();
  useDecisionDrop();
  useFileEvents();
  useKeepFocus();
  return (
    <div className="app">
      <nav className="skip-links" aria-label="Skip to">
        <a href="#need">Skip to the need</a>
        <a href="#canvas">Skip to the picture</a>
        <a href="#inspector">Skip to the result</a>
      </nav>
      <Header />
      <div className="app__body">
        <SidePanel side="left" id="need" label="Need">
          <LeftPanel />
        </SidePanel>
        <main id="canvas" className="app__canvas" tabIndex={-1} data-panel>
          <ErrorBoundary
            key={view}
            fallback={(error, retry) => <PartFailure what="The picture" error={error} onRetry={retry} />}
          >
            {view === 'map' ? <StackMap /> : view === 'compare' ? <CompareView /> : <SketchView />}
          </ErrorBoundary>
        </main>
        <SidePanel side="right" id="inspector" label="Result">
          <ErrorBoundary fallback={(error, retry) => <PartFailure what="The result" error={error} onRetry={retry} />}>
            {view === 'draft' ? <SketchInspector /> : <Inspector />}
          </ErrorBoundary>
        </SidePanel>
      </div>
      <Dialogs />
      <FileQuestionDialog />
      <Notices />
      <Announcer />
      <SketchAnnouncer />
      <Speaker />
    </div>
  );
}
