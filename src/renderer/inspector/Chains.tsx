import { ArrowRight } from 'lucide-react';
import { memo } from 'react';
import { ToggleButton } from 'react-aria-components';
import { counted } from '../../core/base/words.ts';
import type { Decision } from '../../core/decision/decision.ts';
import type { Chain } from '../../core/planning/chains.ts';
import { iconOf } from '../../core/scene/mapPlan.ts';
import { useDecisionLater, useServices, useWindow } from '../app/services.ts';
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

interface WayProps {
  readonly chain: Chain;
  readonly place: number;
  readonly shown: boolean;
}

const Way = memo(function Way({ chain, place, shown }: WayProps) {
  const { index, store } = useServices();
  const editNeed = useWindow((state) => state.editNeed);
  const notify = useWindow((state) => state.notify);
  const names = chain.stages.map(({ entry }) => index.entries.get(entry)?.name ?? entry);
  const take = (): void => {
    if (shown) return;
    const { need } = store.getState();
    editNeed((current) => takeWay(current, chain.need));
    notify({
      tone: 'neutral',
      text: `Now built with ${names.join(', ')}.`,
      action: { label: 'Undo', run: () => editNeed(() => need) },
    });
  };
  const [said] = chain.tradeOff;
  return (
    <li>
      <ToggleButton className="way" isSelected={shown} onChange={take}>
        <span className="way__stages">
          {chain.stages.map(({ entry }, at) => {
            const service = index.entries.get(entry);
            return (
              <span key={entry} className="way__stage">
                {at > 0 ? (
                  <>
                    <ArrowRight size={12} aria-hidden />
                    <span className="visually-hidden"> then </span>
                  </>
                ) : null}
                {service ? <EntryIcon icon={iconOf(service)} size={18} /> : null}
                {service?.shortName ?? names[at]}
              </span>
            );
          })}
        </span>
        <span className="way__meta">
          {shown ? <span className="way__shown">Shown</span> : null}
          {place === 0 ? <span>Ranked best</span> : null}
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
  const chains = useChains();
  const decision = useDecisionLater();
  if (chains.length < 2 || decision.recommendations.length === 0) return null;
  return (
    <section className="inspector__section ways" aria-labelledby="ways-title">
      <h3 id="ways-title" className="section-label">
        Ways to build it
      </h3>
      <ol className="ways__list">
        {chains.map((chain, place) => (
          <Way key={chain.id} chain={chain} place={place} shown={isShown(chain, decision)} />
        ))}
      </ol>
    </section>
  );
}
