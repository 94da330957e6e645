import { PencilRuler } from 'lucide-react';
import { type ReactNode, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { useServices, useSketch, useWindow } from '../app/services.ts';
import type { CanvasHandle, MenuRequest } from '../canvas/gestures.ts';
import { SceneCanvas } from '../canvas/SceneCanvas.tsx';
import { LayoutFailed, LayoutPending } from '../layout/LayoutStates.tsx';
import { examples } from '../need/examples.ts';
import { useTakeText } from '../need/useTakeText.ts';
import { asksForSomething } from '../state/emptyNeed.ts';
import { shownTheme } from '../state/windowState.ts';
import { useKeys } from '../widgets/Keys.tsx';
import { groupAt } from './groupAt.ts';
import { marksOf } from './marksOf.ts';
import { PageTabs } from './PageTabs.tsx';
import { boxesOf } from './pagePicture.ts';
import { QuickAdd } from './QuickAdd.tsx';
import { RenameField } from './RenameField.tsx';
import { SketchBar } from './SketchBar.tsx';
import { SketchMenu } from './SketchMenu.tsx';
import { useDrift } from './useDrift.ts';
import { useProblems } from './useProblems.ts';
import './SketchView.css';
import { placesOn } from './placesOn.ts';
import { shownPage } from './sketchStore.ts';
import { StartFromTemplate } from './templates/StartFromTemplate.tsx';
import { useFitAfterLayout } from './useFitAfterLayout.ts';
import { useFocusPart } from './useFocusPart.ts';
import { useFollowDraft } from './useFollowDraft.ts';
import { usePagePicture } from './usePagePicture.ts';
import { useSketchActions } from './useSketchActions.ts';
import { useSketchGestures } from './useSketchGestures.ts';
import { useSketchKeys } from './useSketchKeys.ts';

/** What lies over a page on which nothing was drawn yet; parts can be dropped and keys pressed as on any other page. */
function NothingDrawn({ onStart }: { readonly onStart: () => void }) {
  const take = useTakeText();
  const asked = useWindow((state) => asksForSomething(state.need));
  const addKeys = useKeys('add');
  const [example] = examples;
  return (
    <div className="empty-state nothing-drawn">
      <PencilRuler size={28} aria-hidden />
      <h2>{asked ? 'Nothing fits this need' : 'No architecture yet'}</h2>
      <p>
        {asked
          ? 'Every service that could do it is ruled out. The result on the right says by what, and what would change it.'
          : 'Say what the system needs, on the left: the services that fit, what stands beside them and how data flows between them are drawn here, to be changed by hand.'}
      </p>
      <div className="empty-state__actions">
        {example && !asked ? (
          <Button className="button" onPress={() => take(example)}>
            Try an example
          </Button>
        ) : null}
        <StartFromTemplate />
        <Button className="button button--quiet" onPress={onStart}>
          Start with an empty page
        </Button>
      </div>
      {addKeys === undefined ? null : (
        <p className="nothing-drawn__key">
          Or press <kbd>{addKeys}</kbd> and type what to draw first.
        </p>
      )}
    </div>
  );
}

/** What lies on a page that is empty. */
function BlankPage() {
  const addKeys = useKeys('add');
  return (
    <p className="blank-page">
      {addKeys === undefined ? (
        'Double-click'
      ) : (
        <>
          Press <kbd>{addKeys}</kbd> or double-click
        </>
      )}{' '}
      to add a part, or drag one here from the parts on the left.
    </p>
  );
}

/** The page as it is drawn. `over`: what lies over it, and in the place of its tools, while nothing was drawn. */
function Sketch({ over }: { readonly over: ReactNode }) {
  const { catalog, sketch } = useServices();
  const page = useSketch(shownPage);
  const selection = useSketch((state) => state.selection);
  const opening = useSketch((state) => state.opening);
  const adding = useSketch((state) => state.adding);
  const theme = useWindow(shownTheme);
  const picture = usePagePicture(page, theme);
  const canvas = useRef<CanvasHandle>(null);
  const [menu, setMenu] = useState<MenuRequest>();
  const gestures = useSketchGestures({ page, picture, selection, onMenu: setMenu });
  const actions = useSketchActions(page, picture, canvas);
  useSketchKeys(actions);
  useFocusPart(picture, canvas);

  // Another document or page is shown as a whole, from its first frame on; an edit of the present one leaves the view where it is.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only which page of which document counts.
  useLayoutEffect(() => {
    if (picture.isMade) canvas.current?.fit('at once');
  }, [page.id, opening, picture.isMade]);

  useFitAfterLayout(canvas, picture.scene);

  const opensAt = adding && (canvas.current?.toWindow(adding.at) ?? { x: innerWidth / 2, y: innerHeight / 2 });
  const problems = useProblems(page);
  const { drifts } = useDrift(page);
  const marks = useMemo(() => marksOf(page, problems, drifts), [page, problems, drifts]);
  const boxes = () => boxesOf(picture.scene);
  const seen = () => canvas.current?.seen() ?? { x: 0, y: 0, width: 0, height: 0 };
  const { edit } = sketch.getState();
  return (
    <div className="canvas-frame" data-covered={over !== undefined || undefined}>
      <SketchBar
        {...actions}
        onAlign={(way) => edit({ type: 'align', ids: [...selection], boxes: boxes(), way })}
        onDistribute={(axis) => edit({ type: 'distribute', ids: [...selection], boxes: boxes(), axis })}
      />
      <SceneCanvas
        {...gestures}
        scene={picture.scene}
        label="Sketch: arrow keys go from part to part, Alt and arrow keys move one, Enter renames it, C connects it"
        handle={canvas}
        marks={marks}
        overlays={<RenameField scene={picture.scene} onDone={(id) => canvas.current?.focus(id)} />}
      />
      {over}
      {over === undefined && picture.isMade && picture.scene.nodes.length + picture.scene.groups.length === 0 ? (
        <BlankPage />
      ) : null}
      <PageTabs />
      {adding && opensAt ? (
        <QuickAdd
          adding={adding}
          inWindow={opensAt}
          groupAround={(at) => groupAt(page, boxes(), at)}
          free={placesOn(page, picture.scene, catalog, { selection, seen: seen() })}
          onDone={(added) => {
            sketch.getState().add(undefined);
            const focused = added ?? adding.from;
            if (focused !== undefined) sketch.getState().focusPart(focused);
          }}
        />
      ) : null}
      {menu ? (
        <SketchMenu
          request={menu}
          page={page}
          selection={selection}
          onClose={() => setMenu(undefined)}
          onGroup={actions.onGroup}
          onDuplicate={actions.onDuplicate}
        />
      ) : null}
    </div>
  );
}

/** The architecture as it is drawn: the draft of the need, changed by hand. */
export function SketchView() {
  const { sketch } = useServices();
  const [attempt, setAttempt] = useState(0);
  const draft = useFollowDraft(attempt);
  const setLeftMode = useWindow((state) => state.setLeftMode);
  const startBlank = () => {
    sketch.setState({ following: false });
    setLeftMode('parts');
    // The button is gone: the keys go on where the page is.
    document.getElementById('canvas')?.focus();
  };
  const empty = useSketch((state) => state.following && Object.keys(shownPage(state).nodes).length === 0);
  const asked = useWindow((state) => asksForSomething(state.need));
  if (draft.status === 'failed')
    return <LayoutFailed failure={draft.failure} onRetry={() => setAttempt(attempt + 1)} />;
  if (draft.status === 'pending' && empty && asked) return <LayoutPending progress={draft} />;
  return <Sketch over={empty ? <NothingDrawn onStart={startBlank} /> : undefined} />;
}
