import { PencilRuler } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import type { Point } from '../../core/base/geometry.ts';
import type { Direction } from '../../core/layout/layout.ts';
import { useServices, useSketch, useWindow } from '../app/services.ts';
import type { CanvasHandle, MenuRequest } from '../canvas/gestures.ts';
import { SceneCanvas } from '../canvas/SceneCanvas.tsx';
import { LayoutFailed, LayoutPending } from '../layout/LayoutStates.tsx';
import { examples } from '../need/examples.ts';
import { useTakeText } from '../need/useTakeText.ts';
import { asksForSomething } from '../state/emptyNeed.ts';
import { shownTheme } from '../state/windowState.ts';
import { boundaryAround } from './boundaryAround.ts';
import { freePlace } from './freePlace.ts';
import { addCommand } from './newPart.ts';
import { PageTabs } from './PageTabs.tsx';
import { PartBadges } from './PartBadges.tsx';
import { boxesOf } from './pagePicture.ts';
import { pictureAddress, pictureTypes } from './pictureFile.ts';
import { QuickAdd } from './QuickAdd.tsx';
import { RenameField } from './RenameField.tsx';
import { SketchAnnouncer } from './SketchAnnouncer.tsx';
import { SketchBar } from './SketchBar.tsx';
import { SketchMenu } from './SketchMenu.tsx';
import { useDrift } from './useDrift.ts';
import { useProblems } from './useProblems.ts';
import './SketchView.css';
import { shownPage } from './sketchStore.ts';
import { StartFromTemplate } from './templates/StartFromTemplate.tsx';
import { tidied } from './tidyPage.ts';
import { useFollowDraft } from './useFollowDraft.ts';
import { usePagePicture } from './usePagePicture.ts';
import { useSketchGestures } from './useSketchGestures.ts';
import { useSketchKeys } from './useSketchKeys.ts';

function NothingDrawn({ onStart }: { readonly onStart: () => void }) {
  const take = useTakeText();
  const asked = useWindow((state) => asksForSomething(state.need));
  const [example] = examples;
  return (
    <div className="empty-state">
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
    </div>
  );
}

function Sketch() {
  const { catalog, index, platform, relayout, layout, sketch, store } = useServices();
  const page = useSketch(shownPage);
  const selection = useSketch((state) => state.selection);
  const theme = useWindow(shownTheme);
  const direction = useWindow((state) => state.draftDirection);
  const picture = usePagePicture(page, theme);
  const canvas = useRef<CanvasHandle>(null);
  const [menu, setMenu] = useState<MenuRequest>();
  const gestures = useSketchGestures({ page, picture, selection, onMenu: setMenu });

  const middle = useCallback((): Point => canvas.current?.centre() ?? { x: 80, y: 80 }, []);
  const onAdd = useCallback(
    () => sketch.getState().add({ at: freePlace(picture.scene, middle()) }),
    [sketch, picture, middle],
  );
  const adding = useSketch((state) => state.adding);
  const opensAt = adding && (canvas.current?.toWindow(adding.at) ?? { x: innerWidth / 2, y: innerHeight / 2 });
  useEffect(() => {
    sketch.setState({
      placePart: (part) => sketch.getState().edit(addCommand(part, freePlace(picture.scene, middle()), index)),
    });
    return () => sketch.setState({ placePart: () => undefined });
  }, [sketch, picture, middle, index]);
  const addNode = (kind: 'note' | 'text', label: string) => {
    const { x, y } = middle();
    const made = sketch
      .getState()
      .edit({ type: 'add', nodes: [{ kind, label, position: { x: Math.round(x), y: Math.round(y) } }] });
    if (!made?.[0]) return;
    sketch.getState().select(made);
    sketch.getState().rename(made[0]);
  };
  const onGroup = useCallback(() => {
    const ids = [...sketch.getState().selection].filter((id) => page.edges[id] === undefined);
    const id = `group-${crypto.randomUUID().slice(0, 8)}`;
    if (!sketch.getState().edit(...boundaryAround(page, boxesOf(picture.scene), ids, middle(), id))) return;
    sketch.getState().select([id]);
    sketch.getState().rename(id);
  }, [sketch, page, picture, middle]);
  const tidy = useCallback(
    async (way: Direction, everything: boolean) => {
      const chosen = [...sketch.getState().selection].filter((id) => page.edges[id] === undefined);
      const scope = everything || chosen.length < 2 ? 'whole' : chosen;
      const places = await tidied({ layout, relayout, catalog }, page, way, scope);
      if (!places.ok) return store.getState().notify({ tone: 'danger', text: places.error.message });
      sketch.getState().edit({ type: 'place', places: places.value });
    },
    [sketch, store, page, layout, relayout, catalog],
  );
  const onTidy = useCallback(() => void tidy(direction, false), [tidy, direction]);
  const onTurn = (way: Direction) => {
    store.getState().turnDraft(way);
    // A draft that nobody has touched is drawn anew by itself.
    if (!sketch.getState().following) void tidy(way, true);
  };
  useSketchKeys({ onAdd, onTidy, onGroup });

  const onPicture = async () => {
    const file = await platform.open(Object.keys(pictureTypes));
    if (!file.ok) {
      if (file.error.kind !== 'cancelled') store.getState().notify({ tone: 'danger', text: file.error.message });
      return;
    }
    const address = pictureAddress(file.value);
    if (!address.ok) return store.getState().notify({ tone: 'danger', text: address.error });
    const label = file.value.name.replace(/\.[^.]+$/, '');
    const made = sketch.getState().placePart({ type: 'node', kind: 'image', label, image: address.value });
    if (made) sketch.getState().select(made);
  };
  const problems = useProblems(page);
  const { drifts } = useDrift(page);
  const boxes = () => boxesOf(picture.scene);
  const { edit } = sketch.getState();
  return (
    <div className="canvas-frame">
      <SketchBar
        onAdd={onAdd}
        onNote={() => addNode('note', 'Note')}
        onText={() => addNode('text', 'Text')}
        onPicture={() => void onPicture()}
        onGroup={onGroup}
        onTidy={onTidy}
        onTurn={onTurn}
        onAlign={(way) => edit({ type: 'align', ids: [...selection], boxes: boxes(), way })}
        onDistribute={(axis) => edit({ type: 'distribute', ids: [...selection], boxes: boxes(), axis })}
      />
      <SceneCanvas
        {...gestures}
        scene={picture.scene}
        label="Sketch: arrow keys go from part to part, Alt and arrow keys move one, Enter renames it, C connects it"
        handle={canvas}
        overlays={
          <>
            <PartBadges nodes={picture.scene.nodes} page={page} problems={problems} drifts={drifts} />
            <RenameField scene={picture.scene} onDone={(id) => canvas.current?.focus(id)} />
          </>
        }
      />
      <PageTabs />
      <SketchAnnouncer />
      {adding && opensAt ? (
        <QuickAdd
          adding={adding}
          inWindow={opensAt}
          onDone={(added) => {
            sketch.getState().add(undefined);
            const focused = added ?? adding.from;
            if (focused !== undefined) requestAnimationFrame(() => canvas.current?.focus(focused));
          }}
        />
      ) : null}
      {menu ? (
        <SketchMenu
          request={menu}
          page={page}
          selection={selection}
          onClose={() => setMenu(undefined)}
          onGroup={onGroup}
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
  const empty = useSketch((state) => state.following && Object.keys(shownPage(state).nodes).length === 0);
  const asked = useWindow((state) => asksForSomething(state.need));
  if (draft.status === 'failed')
    return <LayoutFailed failure={draft.failure} onRetry={() => setAttempt(attempt + 1)} />;
  if (draft.status === 'pending' && empty && asked) return <LayoutPending progress={draft} />;
  if (empty) return <NothingDrawn onStart={() => sketch.setState({ following: false })} />;
  return <Sketch />;
}
