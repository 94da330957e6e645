import type { Template } from '../../../core/templates/template.ts';
import { useServices } from '../../app/services.ts';
import { markedWords } from './markedWords.ts';
import { templateDocument } from './templateDocument.ts';

/**
 * Starts from a template: its need takes the place of the present one and its picture that of the sketch. Both come back by the
 * notice that says so.
 */
export function useStartFrom(): (template: Template) => Promise<void> {
  const { catalog, layout, store, sketch, interpret } = useServices();
  return async (template) => {
    const { draftDirection, notify } = store.getState();
    const made = await templateDocument(layout, catalog, template, draftDirection);
    if (!made.ok) return notify({ tone: 'danger', text: `${template.title} could not be drawn: ${made.error}` });
    const { need, selection, conversation, supersedes, view } = store.getState();
    const { history, page, following } = sketch.getState();
    const marked = markedWords(template.need, interpret(template.need.text ?? ''));
    sketch.getState().open({ ...made.value, need: marked });
    store.setState({
      need: marked,
      selection: undefined,
      conversation: undefined,
      supersedes: undefined,
      reviewed: undefined,
      view: 'draft',
      dialog: undefined,
    });
    notify({
      tone: 'neutral',
      text: `Started from “${template.title}”.`,
      action: {
        label: 'Undo',
        run: () => {
          sketch.setState(({ opening }) => ({
            opening: opening + 1,
            history,
            page,
            following,
            selection: new Set(),
            renaming: undefined,
            adding: undefined,
          }));
          store.setState({ need, selection, conversation, supersedes, view });
        },
      },
    });
  };
}
