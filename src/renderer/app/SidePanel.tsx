import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import { type PanelSide, panelLimits } from '../state/windowState.ts';
import './SidePanel.css';
import { useWindow } from './services.ts';
import { usePanelShown } from './usePanels.ts';

interface SidePanelProps {
  readonly side: PanelSide;
  readonly id: string;
  readonly label: string;
  readonly children: ReactNode;
}

const clamp = (width: number): number => Math.round(Math.min(panelLimits.most, Math.max(panelLimits.least, width)));
const step = 16;

/** A panel beside the canvas, with a border that can be dragged, or moved by arrow key. */
export function SidePanel({ side, id, label, children }: SidePanelProps) {
  const panel = useWindow((state) => state.panels[side]);
  const shown = usePanelShown(side);
  const setPanel = useWindow((state) => state.setPanel);
  const outward = side === 'left' ? 1 : -1;
  const resize = (width: number) => setPanel(side, { width: clamp(width) });

  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const frame = event.currentTarget.parentElement?.getBoundingClientRect();
    if (frame) resize(side === 'left' ? event.clientX - frame.left : frame.right - event.clientX);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'ArrowRight') resize(panel.width + outward * step);
    else if (event.key === 'ArrowLeft') resize(panel.width - outward * step);
    else return;
    event.preventDefault();
  };

  if (!shown) return null;
  return (
    <aside className={`side-panel side-panel--${side}`} aria-label={label} style={{ width: panel.width }}>
      <section id={id} className="side-panel__content" tabIndex={-1} data-panel aria-label={label}>
        {children}
      </section>
      {/* biome-ignore lint/a11y/useSemanticElements: a splitter that takes focus is no <hr>. */}
      <div
        className="side-panel__border"
        role="separator"
        tabIndex={0}
        aria-orientation="vertical"
        aria-label={`Width of the panel ${label}`}
        aria-valuenow={panel.width}
        aria-valuemin={panelLimits.least}
        aria-valuemax={panelLimits.most}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={onPointerMove}
        onKeyDown={onKeyDown}
      />
    </aside>
  );
}
