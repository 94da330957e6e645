import { LayoutTemplate } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useWindow } from '../../app/services.ts';

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
