import { useEffect, useState } from 'react';
import { diagramOf } from '../../../core/diagram/page.ts';
import type { Layout } from '../../../core/layout/layout.ts';
import { renderSvg } from '../../../core/render/svg.ts';
import { type MiniaturePlan, miniatureScene, planMiniature } from '../../../core/scene/miniature.ts';
import type { ThemeName } from '../../../core/scene/scene.ts';
import type { Template } from '../../../core/templates/template.ts';
import { fillTemplate } from '../../../core/templates/templatePage.ts';
import { useServices, useWindow } from '../../app/services.ts';
import { shownTheme } from '../../state/windowState.ts';

interface LaidOut {
  readonly plan: MiniaturePlan;
  readonly layout: Layout;
  readonly urls: Map<ThemeName, string>;
}

/** Laid out once for each template, drawn once for each theme. */
const known = new WeakMap<Template, LaidOut>();

/** The address of a template's small picture; undefined until it is made. An image runs nothing and loads nothing. */
export function useMiniature(template: Template): string | undefined {
  const { catalog, layout, icons } = useServices();
  const theme = useWindow(shownTheme);
  const [laidOut, setLaidOut] = useState(known.get(template));
  useEffect(() => {
    if (laidOut) return;
    let current = true;
    const filled = fillTemplate(catalog, template, 'page-1');
    if (!filled.ok) return;
    const plan = planMiniature(diagramOf(filled.value.page), catalog);
    void layout(plan.graph).then((made) => {
      if (!made.ok) return;
      const value = known.get(template) ?? { plan, layout: made.value, urls: new Map() };
      known.set(template, value);
      if (current) setLaidOut(value);
    });
    return () => {
      current = false;
    };
  }, [laidOut, catalog, layout, template]);
  if (!laidOut) return undefined;
  const made = laidOut.urls.get(theme);
  if (made !== undefined) return made;
  const svg = renderSvg(miniatureScene(laidOut.plan, laidOut.layout, theme), {
    icons,
    font: { kind: 'named' },
    transparent: true,
  });
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  laidOut.urls.set(theme, url);
  return url;
}
