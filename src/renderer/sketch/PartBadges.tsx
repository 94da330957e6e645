import { CircleAlert, Info, MessageSquare, RefreshCw, TriangleAlert } from 'lucide-react';
import { type CSSProperties, memo, type ReactNode } from 'react';
import type { Problem, Severity } from '../../core/checks/problem.ts';
import type { Drift } from '../../core/diagram/drift.ts';
import type { Page } from '../../core/diagram/page.ts';
import type { SceneNode } from '../../core/scene/scene.ts';

/** Diameter of a badge, px of the page. SketchView.css has the distance between two, and keeps them large enough from afar. */
const size = 22;

const glyphs: Readonly<Record<Severity, ReactNode>> = {
  error: <CircleAlert size={14} aria-hidden />,
  warning: <TriangleAlert size={14} aria-hidden />,
  hint: <Info size={14} aria-hidden />,
};

interface Badge {
  readonly key: string;
  readonly look: Severity | 'drift' | 'comment';
  readonly glyph: ReactNode;
  readonly text: string;
}

interface PartBadgesProps {
  readonly nodes: readonly SceneNode[];
  readonly page: Page;
  readonly problems: readonly Problem[];
  readonly drifts: readonly Drift[];
}

/**
 * What there is to say of single parts, at their upper right corner: problems, changes of the need, comments. The panel says
 * the same in words, so that a screen reader need not look for them here.
 */
export const PartBadges = memo(function PartBadges({ nodes, page, problems, drifts }: PartBadgesProps) {
  const badges = new Map<string, Badge[]>();
  const put = (id: string | undefined, badge: Badge) => {
    if (id === undefined) return;
    const list = badges.get(id);
    if (list) list.push(badge);
    else badges.set(id, [badge]);
  };
  for (const { id, severity, text, parts } of problems) {
    const on = parts.find((part) => page.nodes[part] !== undefined);
    put(on, { key: id, look: severity, glyph: glyphs[severity], text });
  }
  for (const { id, kind, text } of drifts)
    put(id, { key: `${kind} ${id}`, look: 'drift', glyph: <RefreshCw size={14} aria-hidden />, text });
  for (const { id, comments = [] } of Object.values(page.nodes)) {
    const [first] = comments;
    if (first)
      put(id, {
        key: `comments ${id}`,
        look: 'comment',
        glyph: <MessageSquare size={14} aria-hidden />,
        text: first.text,
      });
  }
  return (
    <div aria-hidden="true">
      {nodes.flatMap((node) =>
        (badges.get(node.id) ?? []).map(({ key, look, glyph, text }, place) => (
          <span
            key={key}
            className={`part-badge part-badge--${look}`}
            title={text}
            style={
              {
                left: node.x + node.width - size / 2,
                top: node.y - size / 2,
                width: size,
                height: size,
                '--place': place,
              } as CSSProperties
            }
          >
            {glyph}
          </span>
        )),
      )}
    </div>
  );
});
