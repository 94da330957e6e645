import { X } from 'lucide-react';
import { useState } from 'react';
import { Button, Label, TextArea, TextField } from 'react-aria-components';
import type { Fields } from '../../../core/diagram/command.ts';
import type { Comment } from '../../../core/diagram/diagram.ts';
import { shortcutOf } from '../../app/shortcuts.ts';
import { IconButton } from '../../widgets/IconButton.tsx';

interface CommentsProps {
  readonly comments: readonly Comment[];
  readonly set: (fields: Fields) => void;
}

const dayOf = (at: string): string => at.slice(0, 10);

/** Remarks on a part, the oldest first, and a field for another. */
export function Comments({ comments, set }: CommentsProps) {
  const [text, setText] = useState('');
  const add = () => {
    const said = text.trim();
    if (said === '') return;
    set({
      comments: [
        ...comments,
        { id: `comment-${crypto.randomUUID().slice(0, 8)}`, text: said, at: new Date().toISOString() },
      ],
    });
    setText('');
  };
  const remove = (id: string) => {
    const left = comments.filter((comment) => comment.id !== id);
    set({ comments: left.length > 0 ? left : null });
  };
  return (
    <section className="comments" aria-label="Comments">
      {comments.length > 0 ? (
        <ul className="comments__list">
          {comments.map(({ id, text: said, author, at }) => (
            <li key={id} className="comment">
              <p>{said}</p>
              <span className="muted">{[author, dayOf(at)].filter(Boolean).join(', ')}</span>
              <IconButton className="icon-button--small" label="Remove this comment" onPress={() => remove(id)}>
                <X size={14} aria-hidden />
              </IconButton>
            </li>
          ))}
        </ul>
      ) : null}
      <TextField className="field" value={text} onChange={setText}>
        <Label className="field__label">Comment</Label>
        <TextArea
          className="field__input"
          rows={2}
          placeholder="A question, or what was agreed"
          onKeyDown={(event) => {
            if (shortcutOf(event, 'text') !== 'keepWords') return;
            event.preventDefault();
            add();
          }}
        />
      </TextField>
      <Button className="button button--small" isDisabled={text.trim() === ''} onPress={add}>
        Add comment
      </Button>
    </section>
  );
}
