import type { ReactNode } from 'react';
import { Button, Tooltip, TooltipTrigger } from 'react-aria-components';
import type { ShortcutId } from '../app/shortcuts.ts';
import './IconButton.css';
import { Keys } from './Keys.tsx';

interface IconButtonProps {
  /** Says what it does, to a screen reader and in the tooltip. */
  readonly label: string;
  /** What does the same: its keys are shown beside the label in the tooltip. */
  readonly shortcut?: ShortcutId;
  readonly onPress: () => void;
  readonly isDisabled?: boolean;
  readonly expanded?: boolean;
  /** It switches something, which is on or off. */
  readonly pressed?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A button that shows only a glyph; its words are in a tooltip. */
export function IconButton({
  label,
  shortcut,
  onPress,
  isDisabled,
  expanded,
  pressed,
  className,
  children,
}: IconButtonProps) {
  return (
    <TooltipTrigger delay={500}>
      <Button
        aria-label={label}
        className={`icon-button ${className ?? ''}`}
        isDisabled={isDisabled ?? false}
        onPress={onPress}
        {...(expanded === undefined ? {} : { 'aria-expanded': expanded })}
        {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
      >
        {children}
      </Button>
      <Tooltip className="tooltip" offset={6}>
        {label}
        <Keys shortcut={shortcut} />
      </Tooltip>
    </TooltipTrigger>
  );
}
