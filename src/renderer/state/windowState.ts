/** The one store of the window: what the user asked, where they are, and how they like it. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { most as mostCompared } from '../../core/comparison/compare.ts';
import type { Need } from '../../core/decision/need.ts';
import type { GuideState } from '../../core/guide/state.ts';
import type { Direction } from '../../core/layout/layout.ts';
import type { DecisionFile } from '../../core/review/decisionFile.ts';
import type { ThemeName } from '../../core/scene/scene.ts';
import { applyReading } from './applyReading.ts';
import { emptyNeed } from './emptyNeed.ts';
import { forgetIdleChoices } from './needEdits.ts';
import { firstPictureLook, type PictureLook } from './pictureLook.ts';

/** The picture in the middle: the stack map, the sketch, or services side by side. */
export type View = 'map' | 'draft' | 'compare';
/** The theme that the user chose: a fixed one, or that of the system. */
export type ThemeChoice = 'system' | ThemeName;
/** Whether what changes is seen to go there, or is there at once. */
export type MotionChoice = 'system' | 'full' | 'reduced';
/** The one dialog that is open. */
export type OpenDialog = 'export' | 'search' | 'shortcuts' | 'templates' | 'recovered';
/** One of the two panels. */
export type PanelSide = 'left' | 'right';
/** How the need is said: in words and by hand, or question by question. */
export type LeftMode = 'describe' | 'guide' | 'parts';

/** A conversation of the guide, and the need that it gave: where the present need is another, it was edited since. */
export interface Conversation {
  readonly state: GuideState;
  readonly need: Need;
}

/** An old decision that is looked at again, and the name of the file that it came in. */
export interface ReviewedDecision {
  readonly name: string;
  readonly old: DecisionFile;
}

/** Everything that outlives the window. */
export interface RememberedState {
  readonly need: Need;
  readonly view: View;
  readonly themeChoice: ThemeChoice;
  readonly motionChoice: MotionChoice;
  /** Keys of one character without Ctrl or Cmd are taken anywhere in the window (`app/singleKeys.ts`). */
  readonly singleKeys: boolean;
  readonly panels: Readonly<Record<PanelSide, Panel>>;
  /** Where the data of the draft flows: across the canvas, or down it. */
  readonly draftDirection: Direction;
  /** The user has chosen that direction; until then each draft fits the canvas. */
  readonly draftTurned: boolean;
  /** Keys of parts that the palette keeps at hand. */
  readonly favouriteParts: readonly string[];
  /** Keys of the parts that were added last, the latest first. */
  readonly recentParts: readonly string[];
  /** The sketch shows a grid of dots on its page. */
  readonly pageDots: boolean;
  readonly pictureLook: PictureLook;
  readonly leftMode: LeftMode;
  /** Absent: nothing was answered yet. */
  readonly conversation?: Conversation | undefined;
}

/** A panel beside the canvas. */
export interface Panel {
  /** px */
  readonly width: number;
  readonly open: boolean;
}

/** A message that goes by itself, with one thing to do about it. */
export interface Notice {
  readonly id: number;
  readonly tone: 'neutral' | 'success' | 'danger';
  readonly text: string;
  readonly detail?: string;
  readonly action?: { readonly label: string; readonly run: () => void };
  /** Whether what it says is so still: it goes as soon as it is not. Absent: it always is. */
  readonly holds?: () => boolean;
}

/**
 * All that the window shows, but for the document and its file. What of it outlives the window is in `RememberedState`.
 */
export interface WindowState extends RememberedState {
  /** An entry of the catalogue. */
  readonly selection: string | undefined;
  /** Entries that are to be compared, in the order in which they were added. */
  readonly compared: readonly string[];
  /** The selected entry is to be brought to the middle of the canvas; counts up with each request. */
  readonly reveal: { readonly entry: string; readonly count: number } | undefined;
  readonly dialog: OpenDialog | undefined;
  /** What the export dialog offers first: the picture, or the decision. */
  readonly exportFirst: 'picture' | 'decision';
  readonly reviewed: ReviewedDecision | undefined;
  /** The old decision whose place the present one takes: "decided anew". */
  readonly supersedes: ReviewedDecision | undefined;
  readonly notices: readonly Notice[];
  /** What was said last to those who cannot see what happened; counts up, since the same may be said again. */
  readonly said: { readonly text: string; readonly count: number };
  readonly systemTheme: ThemeName;
  /** The panel that a small window shows. */
  readonly frontPanel: PanelSide | undefined;
}

/** All that changes it. */
export interface WindowActions {
  editNeed(edit: (need: Need) => Need): void;
  /** Takes a new sentence and what it reads as; `before` is what the old one read as. */
  readText(before: Need, after: Need): void;
  resetNeed(): void;
  setLeftMode(mode: LeftMode): void;
  /** Takes what the guide's conversation has come to, and its need. */
  converse(conversation: Conversation): void;
  show(view: View): void;
  select(entry: string | undefined): void;
  /** Selects an entry and brings it into view. */
  revealEntry(entry: string): void;
  /** Adds an entry to the comparison, or takes it away; more than there is room for are refused with a notice. */
  toggleCompared(entry: string): void;
  compareAll(entries: readonly string[]): void;
  /** Makes an edit of the need that can be taken back from the notice that tells it. */
  editNeedWithUndo(edit: (need: Need) => Need, told: string): void;
  openDialog(dialog: OpenDialog | undefined): void;
  /** Opens the export dialog at the decision. */
  exportDecision(): void;
  /** Shows what changed since an old decision, in place of the result. */
  openReview(reviewed: ReviewedDecision | undefined): void;
  /** Takes over the need of the decision under review; `supersedes`: the one whose place the new one takes. */
  takeOverReview(need: Need, supersedes?: ReviewedDecision): void;
  /** The present decision takes nobody's place. */
  standAlone(): void;
  setTheme(choice: ThemeChoice): void;
  setSystemTheme(theme: ThemeName): void;
  setMotion(choice: MotionChoice): void;
  setSingleKeys(on: boolean): void;
  setPanel(side: PanelSide, panel: Partial<Panel>): void;
  bringToFront(side: PanelSide | undefined): void;
  turnDraft(direction: Direction): void;
  /** Which way a draft flows that was laid out for the canvas. */
  letDraftFlow(direction: Direction): void;
  toggleFavouritePart(key: string): void;
  /** Remembers that a part of the palette was added, by its key. */
  usedPart(key: string): void;
  togglePageDots(): void;
  setPictureLook(part: Partial<PictureLook>): void;
  notify(notice: Omit<Notice, 'id'>): void;
  /** Says to a screen reader what the eye sees happen. */
  say(text: string): void;
  dismiss(id: number): void;
  /** Takes away the messages that are not true any more, as after an undo of what they tell. */
  dismissOutdated(): void;
}

/** The store that owns what is shown. */
export type WindowStore = StoreApi<WindowState & WindowActions>;

/** As many parts are kept at hand as were added lately. */
export const mostRecentParts = 6;

/** How wide a panel may be dragged, px. */
export const panelLimits = { least: 260, most: 520 } as const;

/** How the window looks to somebody who starts it for the first time. */
export const firstState: RememberedState = {
  need: emptyNeed,
  view: 'map',
  themeChoice: 'system',
  motionChoice: 'system',
  singleKeys: true,
  panels: { left: { width: 320, open: true }, right: { width: 340, open: true } },
  draftDirection: 'right',
  draftTurned: false,
  favouriteParts: [],
  recentParts: [],
  pageDots: true,
  pictureLook: firstPictureLook,
  leftMode: 'describe',
};

/** The theme that is shown: the chosen one, or the system's. */
export const shownTheme = (state: Pick<WindowState, 'themeChoice' | 'systemTheme'>): ThemeName =>
  state.themeChoice === 'system' ? state.systemTheme : state.themeChoice;

const noticesKept = 3;

/** Whether a message comes back once a later one is gone: an error, or an offer that stands; what tells of a step is out of date. */
const staysUnder = ({ tone, action, holds }: Notice): boolean =>
  tone === 'danger' || (action !== undefined && holds === undefined);

/** Makes the owner of what the window shows, as it was left. */
export function createWindowStore(remembered: RememberedState, systemTheme: ThemeName): WindowStore {
  let count = 0;
  return createStore((set, get) => ({
    ...remembered,
    selection: undefined,
    compared: [],
    reveal: undefined,
    dialog: undefined,
    exportFirst: 'picture',
    reviewed: undefined,
    supersedes: undefined,
    notices: [],
    said: { text: '', count: 0 },
    systemTheme,
    frontPanel: 'left',

    editNeed: (edit) => set((state) => ({ need: forgetIdleChoices(state.need, edit(state.need)) })),
    readText: (before, after) =>
      set((state) => ({ need: forgetIdleChoices(state.need, applyReading(state.need, before, after)) })),
    resetNeed: () => {
      const { need, selection, conversation, supersedes } = get();
      set({
        need: emptyNeed,
        selection: undefined,
        conversation: undefined,
        supersedes: undefined,
      });
      get().notify({
        tone: 'neutral',
        text: 'The need was cleared.',
        action: { label: 'Undo', run: () => set({ need, selection, conversation, supersedes }) },
        holds: () => get().need === emptyNeed,
      });
    },
    setLeftMode: (leftMode) => set({ leftMode }),
    converse: (conversation) => set({ conversation, need: conversation.need }),
    show: (view) => set({ view }),
    select: (selection) => set(selection === undefined ? { selection } : { selection, frontPanel: 'right' }),
    revealEntry: (entry) => {
      count += 1;
      set({ selection: entry, reveal: { entry, count }, frontPanel: 'right' });
    },
    toggleCompared: (entry) => {
      const { compared } = get();
      if (compared.includes(entry)) set({ compared: compared.filter((other) => other !== entry) });
      else if (compared.length < mostCompared) set({ compared: [...compared, entry] });
      else
        get().notify({
          tone: 'neutral',
          text: `At most ${mostCompared} are compared at once.`,
          action: { label: 'Compare these', run: () => set({ view: 'compare' }) },
        });
    },
    compareAll: (entries) => set({ compared: [...new Set(entries)].slice(0, mostCompared), view: 'compare' }),
    editNeedWithUndo: (edit, told) => {
      const { need } = get();
      const edited = edit(need);
      set({ need: edited });
      get().notify({
        tone: 'neutral',
        text: told,
        action: { label: 'Undo', run: () => set({ need }) },
        holds: () => get().need === edited,
      });
    },
    openDialog: (dialog) => set({ dialog, exportFirst: 'picture' }),
    exportDecision: () => set({ dialog: 'export', exportFirst: 'decision' }),
    openReview: (reviewed) => {
      if (reviewed === undefined) set({ reviewed });
      else {
        const { panels } = get();
        const right = { ...panels.right, open: true };
        set({ reviewed, selection: undefined, frontPanel: 'right', panels: { ...panels, right } });
      }
    },
    takeOverReview: (need, supersedes) => {
      const { need: needBefore, supersedes: supersededBefore, reviewed } = get();
      set({ need, supersedes, reviewed: undefined, selection: undefined });
      get().notify({
        tone: 'neutral',
        text: supersedes
          ? 'Decided anew, with the need of the old decision.'
          : 'The need of the old decision was taken over.',
        action: {
          label: 'Undo',
          run: () => set({ need: needBefore, supersedes: supersededBefore, reviewed }),
        },
        holds: () => get().need === need,
      });
    },
    standAlone: () => set({ supersedes: undefined }),
    setTheme: (themeChoice) => set({ themeChoice }),
    setSystemTheme: (theme) => set({ systemTheme: theme }),
    setMotion: (motionChoice) => set({ motionChoice }),
    setSingleKeys: (singleKeys) => set({ singleKeys }),
    setPanel: (side, panel) =>
      set((state) => ({ panels: { ...state.panels, [side]: { ...state.panels[side], ...panel } } })),
    bringToFront: (frontPanel) => set({ frontPanel }),
    turnDraft: (draftDirection) => set({ draftDirection, draftTurned: true }),
    letDraftFlow: (draftDirection) => set({ draftDirection }),
    toggleFavouritePart: (key) =>
      set(({ favouriteParts }) => ({
        favouriteParts: favouriteParts.includes(key)
          ? favouriteParts.filter((kept) => kept !== key)
          : [...favouriteParts, key],
      })),
    usedPart: (key) =>
      set(({ recentParts }) => ({
        recentParts: [key, ...recentParts.filter((kept) => kept !== key)].slice(0, mostRecentParts),
      })),
    togglePageDots: () => set(({ pageDots }) => ({ pageDots: !pageDots })),
    setPictureLook: (part) => set(({ pictureLook }) => ({ pictureLook: { ...pictureLook, ...part } })),
    say: (text) => set(({ said }) => ({ said: { text, count: said.count + 1 } })),
    notify: (notice) => {
      count += 1;
      const id = count;
      const kept = get().notices.filter((older) => notice.tone === 'danger' || staysUnder(older));
      set({ notices: [...kept, { ...notice, id }].slice(-noticesKept) });
    },
    dismiss: (id) => set((state) => ({ notices: state.notices.filter((notice) => notice.id !== id) })),
    dismissOutdated: () => {
      const { notices } = get();
      const holding = notices.filter(({ holds }) => holds?.() ?? true);
      if (holding.length < notices.length) set({ notices: holding });
    },
  }));
}
