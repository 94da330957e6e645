import { FileClock, FileText } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useServices, useWindow } from '../app/services.ts';
import { dayOf } from '../inspector/words.ts';
import './ReviewPanel.css';
import { useOpenDecision } from './useOpenDecision.ts';

/** The foot of the result: of which day the catalogue is, writing this decision down, and looking at an old one. */
export function DecisionFiles({ asked }: { readonly asked: boolean }) {
  const { catalog } = useServices();
  const openDecision = useOpenDecision();
  const exportDecision = useWindow((state) => state.exportDecision);
  return (
    <footer className="decision-files">
      <p className="decision-files__buttons">
        {asked ? (
          <Button className="button button--small" onPress={exportDecision}>
            <FileText size={14} aria-hidden />
            Write down …
          </Button>
        ) : null}
        <Button className="button button--small" onPress={openDecision}>
          <FileClock size={14} aria-hidden />
          Review an old decision …
        </Button>
      </p>
      {asked ? <p className="muted">Decided over the catalogue as of {dayOf(catalog.asOf)}.</p> : null}
    </footer>
  );
}
