/** The bytes of a file as an old decision, or what to tell the user. */
import { failure, type Result } from '../../core/base/result.ts';
import { type DecisionFile, type DecisionFileFailure, readDecisionFile } from '../../core/review/decisionFile.ts';

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

/** Reads a decision from a file's bytes. Never throws. */
export function readDecision(bytes: Uint8Array): Result<DecisionFile, DecisionFileFailure> {
  try {
    return readDecisionFile(strictUtf8.decode(bytes));
  } catch {
    return failure({
      kind: 'not-ours',
      message: 'It is not text',
      remedy: 'Choose a decision that was saved as JSON.',
    });
  }
}
