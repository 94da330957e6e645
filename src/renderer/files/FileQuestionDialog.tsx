import { Button } from 'react-aria-components';
import type { OpeningFailure } from '../../core/document/saving.ts';
import { useFiles, useServices } from '../app/services.ts';
import { DialogFrame } from '../widgets/DialogFrame.tsx';
import './FileQuestionDialog.css';
import type { FileQuestion } from './filesState.ts';

/** What of a loss is shown; the rest is a number. */
const shownLosses = 5;

function Unsaved({ question }: { readonly question: Extract<FileQuestion, { kind: 'unsaved' }> }) {
  const { files } = useServices();
  const { closeQuestion, save } = files.getState();
  const goOn = () => {
    closeQuestion();
    void question.proceed();
  };
  return (
    <>
      <p>“{question.name}” has changes that are in no file yet. Without saving they are gone.</p>
      <div className="file-question__buttons">
        <Button className="button button--quiet" onPress={closeQuestion}>
          Cancel
        </Button>
        <Button className="button" onPress={goOn}>
          Don’t save
        </Button>
        <Button
          className="button button--primary"
          autoFocus
          onPress={() => {
            closeQuestion();
            void save().then((saved) => (saved ? question.proceed() : undefined));
          }}
        >
          Save
        </Button>
      </div>
    </>
  );
}

function Changed({ question }: { readonly question: Extract<FileQuestion, { kind: 'changed' }> }) {
  const { files } = useServices();
  const { closeQuestion, save, saveAs, reload } = files.getState();
  const then = (run: () => unknown) => () => {
    closeQuestion();
    void run();
  };
  return (
    <>
      <p>
        Another program has written {question.file.where} since you opened it. Nothing was overwritten. Save yours under
        another name to keep both.
      </p>
      <div className="file-question__buttons">
        <Button className="button" onPress={then(() => reload('losing-mine'))}>
          Reload, and lose mine
        </Button>
        <Button className="button" onPress={then(() => save('overwrite'))}>
          Overwrite the file
        </Button>
        <Button className="button button--primary" autoFocus onPress={then(saveAs)}>
          Save as…
        </Button>
      </div>
    </>
  );
}

/** The way out of each failure, in a sentence; what happened stands in its own message. */
const ways: Readonly<Record<OpeningFailure['kind'], string>> = {
  'not-json': 'The file is as it was.',
  'not-ours': 'The file is as it was.',
  'too-new': 'Nothing of it was read, and it will not be overwritten.',
  'too-large': 'The file is as it was.',
  damaged: 'The file itself is left as it is.',
};

function NotOpened({ question }: { readonly question: Extract<FileQuestion, { kind: 'not-opened' }> }) {
  const { files } = useServices();
  const { closeQuestion, open, openSalvaged } = files.getState();
  const { failure } = question;
  const salvaged = failure.kind === 'damaged' ? failure.salvaged : undefined;
  return (
    <>
      <p>
        {failure.message}. {ways[failure.kind]}
      </p>
      {salvaged ? (
        <ul className="file-question__lost">
          {salvaged.lost.slice(0, shownLosses).map((loss) => (
            <li key={loss}>{loss}</li>
          ))}
          {salvaged.lostCount > shownLosses ? <li>and {salvaged.lostCount - shownLosses} more</li> : null}
        </ul>
      ) : null}
      <div className="file-question__buttons">
        <Button className="button button--quiet" onPress={closeQuestion}>
          Close
        </Button>
        <Button
          className="button"
          onPress={() => {
            closeQuestion();
            void open();
          }}
        >
          Open another…
        </Button>
        {salvaged ? (
          <Button className="button button--primary" autoFocus onPress={() => openSalvaged(salvaged.document)}>
            Open what could be read
          </Button>
        ) : null}
      </div>
    </>
  );
}

const titleOf = (question: FileQuestion): string => {
  switch (question.kind) {
    case 'unsaved':
      return 'Save the changes first?';
    case 'changed':
      return `${question.file.name} was changed elsewhere`;
    case 'not-opened':
      return `${question.name} could not be opened`;
  }
};

/** What only the user can answer about the file. */
export function FileQuestionDialog() {
  const question = useFiles((state) => state.question);
  const close = useFiles((state) => state.closeQuestion);
  if (!question) return null;
  return (
    <DialogFrame title={titleOf(question)} className="file-question" onClose={close}>
      <div className="file-question__body">
        {question.kind === 'unsaved' ? <Unsaved question={question} /> : null}
        {question.kind === 'changed' ? <Changed question={question} /> : null}
        {question.kind === 'not-opened' ? <NotOpened question={question} /> : null}
      </div>
    </DialogFrame>
  );
}
