import { useEffect, useRef, useState } from 'react';
import { useServices, useWindow } from '../app/services.ts';
import './DescribeBox.css';
import { textParts } from './triggers.ts';

/** How long the typing must rest before the sentence is read, ms. */
const restMilliseconds = 120;
/** More than this is not one need; the command line takes files. */
const longest = 4000;
const counterFrom = 3500;

/** The sentence in the user's own words. It is read as it is typed, and the words that gave something are marked. */
export function DescribeBox() {
  const { interpret } = useServices();
  const need = useWindow((state) => state.need);
  const readText = useWindow((state) => state.readText);
  const taken = need.text ?? '';
  const [draft, setDraft] = useState(taken);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  // The sentence can also change from outside: an example, a reset, its undo.
  useEffect(() => {
    clearTimeout(timer.current);
    setDraft(taken);
  }, [taken]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const take = (text: string) => {
    clearTimeout(timer.current);
    if (text !== taken) readText(interpret(taken), interpret(text));
  };
  const onChange = (text: string) => {
    setDraft(text);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => take(text), restMilliseconds);
  };
  const parts = draft === taken ? textParts(draft, need) : [{ text: draft, start: 0 }];

  return (
    <div className="describe">
      <label className="describe__label" htmlFor="describe">
        What should the system do?
      </label>
      <div className="describe__box">
        <div className="describe__mirror" aria-hidden="true">
          {parts.map((part) =>
            'kind' in part ? (
              <mark key={part.start} className={`describe__mark describe__mark--${part.kind}`}>
                {part.text}
              </mark>
            ) : (
              <span key={part.start}>{part.text}</span>
            ),
          )}
          {'\u200b'}
        </div>
        <textarea
          id="describe"
          className="describe__text"
          placeholder="Describe it in your own words: “We record support calls and want to know what people complain about.”"
          value={draft}
          rows={3}
          maxLength={longest}
          spellCheck={false}
          onChange={(event) => onChange(event.target.value)}
          onBlur={() => take(draft)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            take(draft);
          }}
        />
      </div>
      {draft.length >= counterFrom ? (
        <p className="describe__counter" role="status">
          {draft.length.toLocaleString('en')} of {longest.toLocaleString('en')} characters
        </p>
      ) : null}
    </div>
  );
}
