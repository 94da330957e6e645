import { LayoutTemplate } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useWindow } from '../../app/services.ts';
import { IconButton } from '../../widgets/IconButton.tsx';

/** Opens the gallery, where nothing is drawn yet. */
export function StartFromTemplate() {
  const open = useWindow((state) => state.openDialog);
  return (
    <Button className="button" onPress={() => open('templates')}>
      <LayoutTemplate size={14} aria-hidden />
      Start from a template
    </Button>
  );
}

/** Opens the gallery, from the bar of the sketch. */
export function TemplatesButton() {
  const open = useWindow((state) => state.openDialog);
  return (
    <div className="sketch-bar__group">
      <IconButton className="icon-button--small" label="Start from a template" onPress={() => open('templates')}>
        <LayoutTemplate size={16} aria-hidden />
      </IconButton>
    </div>
  );
}
