import type { Template } from '../../../core/templates/template.ts';
import { focusPicture } from '../../app/focusPicture.ts';
import { useServices } from '../../app/services.ts';
import { wantedFlow } from '../wantedFlow.ts';
import { markedWords } from './markedWords.ts';
import { templateDocument } from './templateDocument.ts';

/**
 * Starts from a template: its need takes the place of the present one and its picture that of the sketch. Both come back by the
 * notice that says so; what was in no file is kept besides. The keys go on on the picture.
 */
export function useStartFrom(): (template: Template) => Promise<void> {
  const { catalog, layout, store, sketch, files, interpret } = useServices();
  return async (template) => {
    const { notify } = store.getState();
    const made = await templateDocument(layout, catalog, template, wantedFlow(store.getState()));
    if (!made.ok) return notify({ tone: 'danger', text: `${template.title} could not be drawn: ${made.error}` });
    const marked = markedWords(template.need, interpret(template.need.text ?? ''));
    const { need, selection, conversation, supersedes, view } = store.getState();
    await files.getState().replace({ ...made.value.thing, need: marked }, (takeBack) => {
      store.getState().letDraftFlow(made.value.direction);
      store.setState({
        need: marked,
        selection: undefined,
        conversation: undefined,
        supersedes: undefined,
        reviewed: undefined,
        view: 'draft',
        dialog: undefined,
      });
      focusPicture();
      const { opening } = sketch.getState();
      notify({
        tone: 'neutral',
        text: `Started from “${template.title}”.`,
        action: {
          label: 'Undo',
          run: () => {
            takeBack();
            store.setState({ need, selection, conversation, supersedes, view });
            focusPicture();
          },
        },
        holds: () => sketch.getState().opening === opening,
      });
    });
  };
}
