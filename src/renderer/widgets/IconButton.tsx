import type { ReactNode } from 'react';
import { Button, Tooltip, TooltipTrigger } from 'react-aria-components';
import './IconButton.css';

interface IconButtonProps {
  /** Says what it does, to a screen reader and in the tooltip. */
  readonly label: string;
  /** Shown beside the label in the tooltip, such as "Ctrl K". */
  readonly keys?: string;
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
  keys,
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
        {keys ? <kbd>{keys}</kbd> : null}
      </Tooltip>
    </TooltipTrigger>
  );
}
