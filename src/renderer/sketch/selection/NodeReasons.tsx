import { Button } from 'react-aria-components';
import { iconOf } from '../../../core/scene/mapPlan.ts';
import { useServices, useWindow } from '../../app/services.ts';
import { LifecycleBadge } from '../../inspector/LifecycleBadge.tsx';
import { EntryIcon } from '../../widgets/EntryIcon.tsx';
import type { FieldsOf } from './fields.ts';

interface NodeReasonsProps extends Pick<FieldsOf<'node'>, 'part'> {
  /** The result of the need is to be shown, where the service stands. */
  readonly onResult: () => void;
}

/** Which services of the catalogue it stands for, which needs it serves, and why it is there. */
export function NodeReasons({ part, onResult }: NodeReasonsProps) {
  const { index } = useServices();
  const reveal = useWindow((state) => state.revealEntry);
  const { entry: id, covers, why } = part.record;
  const entry = id === undefined ? undefined : index.entries.get(id);
  if (!entry) return null;
  return (
    <section className="inspector__section">
      <h3 className="section-label">Stands for</h3>
      <Button
        className="stands-for"
        onPress={() => {
          reveal(entry.id);
          onResult();
        }}
      >
        <EntryIcon icon={iconOf(entry)} size={28} />
        <span>{entry.name}</span>
        {entry.lifecycle.status === 'active' ? null : <LifecycleBadge status={entry.lifecycle.status} />}
      </Button>
      {covers && covers.length > 0 ? (
        <>
          <h3 className="section-label">
            {part.record.role === 'supporting' ? 'Stands beside' : 'Does what you asked for'}
          </h3>
          <ul className="covers">
            {covers.map((task) => (
              <li key={task}>{index.tasks.get(task)?.name ?? task}</li>
            ))}
          </ul>
        </>
      ) : null}
      {why ? (
        <>
          <h3 className="section-label">Why it is here</h3>
          <p>{why}</p>
        </>
      ) : null}
    </section>
  );
}
