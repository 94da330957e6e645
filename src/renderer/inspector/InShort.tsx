import { Check, Shuffle, X } from 'lucide-react';
import { memo, type ReactNode, useMemo } from 'react';
import { Button } from 'react-aria-components';
import type { Decision } from '../../core/decision/decision.ts';
import { inShort } from '../../core/sensitivity/inShort.ts';
import { useServices, useWindow } from '../app/services.ts';
import { EntryLink } from './EntryLink.tsx';
import './InShort.css';
import { useTurn } from './useTurn.ts';

interface LineProps {
  readonly tone: 'why' | 'not' | 'turn';
  readonly glyph: ReactNode;
  /** What the glyph says, for those who do not see it. */
  readonly label: string;
  readonly children: ReactNode;
}

function Line({ tone, glyph, label, children }: LineProps) {
  return (
    <li className={`in-short__line in-short__line--${tone}`}>
      <span className="in-short__glyph" aria-hidden="true">
        {glyph}
      </span>
      <p>
        <span className="visually-hidden">{label}: </span>
        {children}
      </p>
    </li>
  );
}

/** What would turn the decision, and a press that tries it; a bar in its place while it is looked for. */
function TurnLine({ decision }: { readonly decision: Decision }) {
  const { index } = useServices();
  const edit = useWindow((state) => state.editNeedWithUndo);
  const turn = useTurn(decision);
  if (turn === undefined) {
    return (
      <Line tone="turn" glyph={<Shuffle size={13} />} label="What would turn it">
        <span className="in-short__pending">
          <span className="visually-hidden">is being worked out</span>
        </span>
      </Line>
    );
  }
  if (turn === 'none') {
    return (
      <Line tone="turn" glyph={<Shuffle size={13} />} label="What would turn it">
        No single change of the need brings a rival in.
      </Line>
    );
  }
  const { change, entry } = turn;
  const name = index.entries.get(entry)?.name ?? entry;
  return (
    <Line tone="turn" glyph={<Shuffle size={13} />} label="What would turn it">
      {change.text.replace(/\.$/, '')}: <EntryLink id={entry} short /> comes in.{' '}
      <Button
        className="link in-short__try"
        onPress={() => edit(() => change.need, `The need was changed. ${name} is part of the answer now.`)}
      >
        Try it
      </Button>
    </Line>
  );
}

/** The decision in ten seconds: why the first leads, who lost and by what, what would turn it. */
export const InShort = memo(function InShort({ decision }: { readonly decision: Decision }) {
  const { catalog } = useServices();
  const found = useMemo(() => inShort(catalog, decision), [catalog, decision]);
  if (!found) return null;
  const losers = [found.rival, found.out].flatMap((loser) => loser ?? []);
  return (
    <ul className="aside in-short" aria-label="In short">
      <Line tone="why" glyph={<Check size={13} />} label="Why">
        <EntryLink id={found.leader} short /> {found.why}.
      </Line>
      {losers.length > 0 ? (
        <Line tone="not" glyph={<X size={13} />} label="Why not others">
          {losers.map(({ entry, text }, place) => (
            <span key={entry}>
              {place > 0 ? '; ' : ''}
              <EntryLink id={entry} short /> {text}
            </span>
          ))}
          .
        </Line>
      ) : null}
      <TurnLine decision={decision} />
    </ul>
  );
});
