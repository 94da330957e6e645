import { ArrowRight } from 'lucide-react';
import { memo, useMemo } from 'react';
import { ToggleButton } from 'react-aria-components';
import { counted } from '../../core/base/words.ts';
import type { Decision } from '../../core/decision/decision.ts';
import { restsOnGuess } from '../../core/decision/need.ts';
import { chainNames } from '../../core/planning/chainNames.ts';
import type { Chain } from '../../core/planning/chains.ts';
import { iconOf } from '../../core/scene/mapPlan.ts';
import { type Services, useDecisionLater, useServices } from '../app/services.ts';
import { isBehind, updateDraft } from '../sketch/updateDraft.ts';
import { takeWay } from '../state/needEdits.ts';
import { EntryIcon } from '../widgets/EntryIcon.tsx';
import './Chains.css';
import { useChains } from './useChains.ts';

/** Whether the decision that is shown is this way: the same flows between the same parts. */
function isShown(chain: Chain, { architecture }: Decision): boolean {
  const stages = architecture.stages.filter(({ role }) => role === 'stage');
  return (
    stages.length === chain.stages.length &&
    stages.every(({ id, tasks }, place) => {
      const stage = chain.stages[place];
      return stage?.entry === id && stage.tasks.join() === tasks.join();
    }) &&
    JSON.stringify(architecture.flows) === JSON.stringify(chain.flows)
  );
}

/** Builds it this way from now on, and says what came of it: a sketch that a hand has changed is not drawn anew by itself. */
function chooseWay(services: Services, chain: Chain, names: readonly string[]): void {
  const { store, decide } = services;
  const { need, editNeed, notify, show } = store.getState();
  editNeed((current) => takeWay(current, chain.need));
  const taken = store.getState().need;
  const holds = () => store.getState().need === taken;
  const way = names.join(', ');
  if (!isBehind(services, decide(taken))) {
    const action = { label: 'Undo', run: () => editNeed(() => need) };
    notify({ tone: 'neutral', text: `Now built with ${way}.`, action, holds });
    return;
  }
  const update = () => {
    show('draft');
    void updateDraft(services, decide(taken));
  };
  notify({
    tone: 'neutral',
    text: `The answer is now ${way}.`,
    detail: 'The sketch was changed by hand, and shows the way before until its draft is updated.',
    action: { label: 'Update the draft', run: update },
    holds: () => holds() && isBehind(services, decide(taken)),
  });
}

interface WayProps {
  readonly chain: Chain;
  /** What its stages are called, in full and in short. */
  readonly names: readonly string[];
  readonly shortNames: readonly string[];
  readonly isBest: boolean;
  readonly shown: boolean;
}

const Way = memo(function Way({ chain, names, shortNames, isBest, shown }: WayProps) {
  const services = useServices();
  const take = (): void => {
    if (!shown) chooseWay(services, chain, names);
  };
  const [said] = chain.tradeOff;
  return (
    <li>
      <ToggleButton className="way" isSelected={shown} onChange={take}>
        <span className="way__stages">
          {chain.stages.map(({ entry }, at) => {
            const service = services.index.entries.get(entry);
            return (
              <span key={entry} className="way__stage">
                {at > 0 ? (
                  <>
                    <ArrowRight size={12} aria-hidden />
                    <span className="visually-hidden"> then </span>
                  </>
                ) : null}
                {service ? <EntryIcon icon={iconOf(service)} size={18} /> : null}
                {shortNames[at]}
              </span>
            );
          })}
        </span>
        <span className="way__meta">
          {shown ? <span className="way__shown">Shown</span> : null}
          {isBest ? <span>Ranked best</span> : null}
          <span>
            {counted(chain.measures.parts, 'service')}
            {chain.measures.supporting > 0 ? `, ${chain.measures.supporting} beside` : ''}
          </span>
        </span>
        {said ? <span className="way__said">{said}</span> : null}
      </ToggleButton>
    </li>
  );
});

/** The ways to build what is needed, each a press away; nothing where there is one way only. */
export function Chains() {
  const { chains, isOld } = useChains();
  const decision = useDecisionLater();
  const { index } = useServices();
  const names = useMemo(() => chainNames(index, chains), [index, chains]);
  const shortNames = useMemo(
    () => chainNames(index, chains, ({ name, shortName }) => shortName ?? name),
    [index, chains],
  );
  const isGuess = restsOnGuess(decision.need);
  if (chains.length < 2 || decision.recommendations.length === 0) return null;
  return (
    <section
      className={`inspector__section ways${isOld ? ' ways--old' : ''}`}
      aria-labelledby="ways-title"
      aria-busy={isOld}
    >
      <h3 id="ways-title" className="section-label">
        Ways to build it
      </h3>
      <ol className="ways__list">
        {chains.map((chain, place) => (
          <Way
            key={chain.id}
            chain={chain}
            names={names[place] ?? []}
            shortNames={shortNames[place] ?? []}
            isBest={place === 0 && !isGuess}
            shown={!isOld && isShown(chain, decision)}
          />
        ))}
      </ol>
    </section>
  );
}
