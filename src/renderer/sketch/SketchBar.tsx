import { Ellipsis } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { Button, MenuTrigger, Popover, Toolbar } from 'react-aria-components';
import { EntryMenu } from '../widgets/EntryMenu.tsx';
import { IconButton } from '../widgets/IconButton.tsx';
import { Keys } from '../widgets/Keys.tsx';
import { type BarTool, type SketchBarActions, useBarTools } from './barTools.tsx';
import './SketchBar.css';
import { useBarRoom } from './useBarRoom.ts';

/** What a tool does as buttons of the bar. */
function ToolButton({ tool }: { readonly tool: BarTool }): ReactNode {
  if (tool.control) return tool.control;
  const { label, shortcut, glyph: Glyph, words, isDisabled = false, pressed, run } = tool;
  if (words !== undefined)
    return (
      <Button className="button button--small button--quiet" aria-label={label} onPress={run}>
        <Glyph size={14} aria-hidden />
        <span className="sketch-bar__words">{words}</span>
        <Keys shortcut={shortcut} />
      </Button>
    );
  return (
    <IconButton
      className="icon-button--small"
      label={label}
      isDisabled={isDisabled}
      onPress={run}
      {...(shortcut !== undefined && { shortcut })}
      {...(pressed !== undefined && { pressed })}
    >
      <Glyph size={16} aria-hidden />
    </IconButton>
  );
}

/** The tools that have no room in the bar. */
function More({ groups }: { readonly groups: readonly (readonly BarTool[])[] }) {
  return (
    <MenuTrigger>
      <IconButton className="icon-button--small" label="More" onPress={() => {}}>
        <Ellipsis size={16} aria-hidden />
      </IconButton>
      <Popover className="popover" placement="bottom end" offset={6}>
        <EntryMenu
          label="More"
          parts={groups.map((tools) => ({
            entries: tools.map(({ id, label, inMenu, shortcut, run }) => ({
              id,
              label: inMenu ?? label,
              shortcut,
              run,
            })),
          }))}
        />
      </Popover>
    </MenuTrigger>
  );
}

/** What can be done to the page, by pointer and by keyboard: the most used first, in a menu what has no room. */
export function SketchBar(actions: SketchBarActions) {
  const bar = useRef<HTMLDivElement>(null);
  const groups = useBarTools(actions);
  const shown = useBarRoom(bar, groups);
  const others = groups.map((tools) => tools.filter(({ id }) => !shown.has(id)));
  return (
    <Toolbar ref={bar} className="canvas-bar sketch-bar" aria-label="Edit the sketch">
      {groups.map((tools, place) => {
        const inBar = tools.filter(({ id }) => shown.has(id));
        const isLast = place === groups.length - 1;
        return inBar.length === 0 ? null : (
          <div key={tools[0]?.id ?? ''} className={`sketch-bar__group ${isLast ? 'sketch-bar__group--end' : ''}`}>
            {inBar.map((tool) => (
              <span key={tool.id} data-tool={tool.id} className="sketch-bar__tool">
                <ToolButton tool={tool} />
              </span>
            ))}
            {isLast && others.some((tools) => tools.length > 0) ? <More groups={others} /> : null}
          </div>
        );
      })}
    </Toolbar>
  );
}
