import { CircleCheck, Info, TriangleAlert, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import type { Notice } from '../state/windowState.ts';
import { IconButton } from '../widgets/IconButton.tsx';
import './Notices.css';
import { useServices, useWindow } from './services.ts';

const glyphs = { neutral: Info, success: CircleCheck, danger: TriangleAlert } as const;
/** Errors stay until they are closed; all else goes by itself, but not while a pointer or the focus is on it. */
const shownMilliseconds = 10_000;

function NoticeCard({ notice, hidden }: { readonly notice: Notice; readonly hidden: boolean }) {
  const dismiss = useWindow((state) => state.dismiss);
  const { id, tone, text, detail, action } = notice;
  const [isRead, setRead] = useState(false);
  useEffect(() => {
    if (tone === 'danger' || isRead) return;
    const timer = setTimeout(() => dismiss(id), shownMilliseconds);
    return () => clearTimeout(timer);
  }, [dismiss, id, tone, isRead]);
  const Glyph = glyphs[tone];
  return (
    <li
      className={`notice notice--${tone}`}
      hidden={hidden}
      onPointerEnter={() => setRead(true)}
      onPointerLeave={() => setRead(false)}
      onFocus={() => setRead(true)}
      onBlur={() => setRead(false)}
    >
      <Glyph size={16} aria-hidden />
      <div className="notice__text">
        <p>{text}</p>
        {detail ? <p className="notice__detail">{detail}</p> : null}
      </div>
      {action ? (
        <Button
          className="button button--small"
          onPress={() => {
            action.run();
            dismiss(id);
          }}
        >
          {action.label}
        </Button>
      ) : null}
      <IconButton label="Dismiss" className="icon-button--small" onPress={() => dismiss(id)}>
        <X size={14} aria-hidden />
      </IconButton>
    </li>
  );
}

/** Messages that come and go, at the lower edge: the errors, and the latest of the others; what it covers shows again once it is closed. */
export function Notices() {
  const { store, sketch } = useServices();
  const notices = useWindow((state) => state.notices);
  useEffect(() => {
    const look = () => store.getState().dismissOutdated();
    const unsubscribe = [store.subscribe(look), sketch.subscribe(look)];
    return () => {
      for (const stop of unsubscribe) stop();
    };
  }, [store, sketch]);
  const latest = notices.findLast(({ tone }) => tone !== 'danger');
  return (
    <section className="notices" aria-label="Messages" aria-live="polite">
      <ul>
        {notices.map((notice) => (
          <NoticeCard key={notice.id} notice={notice} hidden={notice.tone !== 'danger' && notice !== latest} />
        ))}
      </ul>
    </section>
  );
}
