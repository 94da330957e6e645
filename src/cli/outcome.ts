/** How a command ended. */
import type { Result } from '../core/base/result.ts';
import type { CatalogIssue } from '../core/catalog/catalog.ts';
import { formatIssue } from '../core/catalog/formatIssue.ts';

/** `input`: what was given is wrong (exit code 1). `usage`: the command was called wrongly (exit code 2). */
export interface Complaint {
  readonly kind: 'input' | 'usage';
  /** One clear line each. */
  readonly lines: readonly string[];
}

/** What every command answers; a complaint is printed and turned into the exit code in one place. */
export type Outcome = Result<void, Complaint>;

/** What the process ends with, as a script reads it: done, the input is wrong, the command line is wrong. */
export const exitCodes = { done: 0, input: 1, usage: 2 } as const;

/** A message as one line: what a user wrote may hold line breaks, and an error is still one line. */
const oneLine = (text: string): string => text.replace(/\s*[\r\n]+\s*/g, ' ').trim();

/** The input is wrong. */
export const wrongInput = (...messages: readonly string[]): { readonly ok: false; readonly error: Complaint } => ({
  ok: false,
  error: { kind: 'input', lines: messages.map((message) => `error: ${oneLine(message)}`) },
});

/** The command was called wrongly. */
export const wrongUsage = (message: string): { readonly ok: false; readonly error: Complaint } => ({
  ok: false,
  error: { kind: 'usage', lines: [`error: ${oneLine(message)}`] },
});

/** Files hold mistakes: one line for each, as `file:line: field: message`. */
export const wrongFiles = (issues: readonly CatalogIssue[]): { readonly ok: false; readonly error: Complaint } => ({
  ok: false,
  error: { kind: 'input', lines: issues.map((issue) => oneLine(formatIssue(issue))) },
});

/** The command did what was asked. */
export const done: Outcome = { ok: true, value: undefined };
