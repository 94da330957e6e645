import { Plus, X } from 'lucide-react';
import { Button } from 'react-aria-components';
import { pagesInOrder } from '../../core/document/document.ts';
import { useServices, useSketch } from '../app/services.ts';
import { IconButton } from '../widgets/IconButton.tsx';

/** The pages of the document, below the canvas. */
export function PageTabs() {
  const { sketch } = useServices();
  const document = useSketch((state) => state.history.document);
  const shown = useSketch((state) => state.page);
  const pages = pagesInOrder(document);
  const { perform, showPage } = sketch.getState();
  const addPage = () => {
    const made = perform({ type: 'add-page', title: `Page ${pages.length + 1}` });
    if (made?.[0] !== undefined) showPage(made[0]);
  };
  return (
    <nav className="page-tabs" aria-label="Pages">
      {pages.map(({ id, title }) => (
        <span key={id} className="page-tabs__tab" data-current={id === shown || undefined}>
          <Button
            className="page-tabs__button"
            {...(id === shown ? { 'aria-current': 'page' } : {})}
            onPress={() => showPage(id)}
          >
            {title || 'Untitled'}
          </Button>
          {pages.length > 1 && id === shown ? (
            <IconButton
              className="icon-button--small"
              label={`Remove the page ${title}`}
              onPress={() => perform({ type: 'remove-page', page: id })}
            >
              <X size={14} aria-hidden />
            </IconButton>
          ) : null}
        </span>
      ))}
      <IconButton className="icon-button--small" label="Add a page" onPress={addPage}>
        <Plus size={14} aria-hidden />
      </IconButton>
    </nav>
  );
}
