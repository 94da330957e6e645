/**
 * Reading a decision that was written down earlier: what `decide --json` prints, what the window saves, or a record as JSON,
 * which holds one. Only what a review needs is read; keys that a later writer adds are left alone.
 */
import { z } from 'zod';
import { isMapping, type Mapping } from '../base/mapping.ts';
import { failure, type Result, success } from '../base/result.ts';
import { parseJson } from '../base/safeJson.ts';
import { counted } from '../base/words.ts';
import { lifecycleStatuses } from '../catalog/entry.ts';
import { checkShape, type ShapeProblem } from '../catalog/shape.ts';
import { daySchema, idSchema } from '../catalog/vocabulary.ts';
import { needSchema } from '../decision/need.ts';

/** What tells a decision from any other JSON, and which shape it has. The version counts up where an old reader would misread. */
export const decisionFormat = 'lodestack-decision';
/** The version that is written. */
export const decisionVersion = 1;

/** Far above any decision: one over two thousand entries has some hundred thousand characters. */
const limits = { characters: 5_000_000, depth: 64 } as const;

const idAndName = z.object({ id: idSchema, name: z.string().min(1) });

/** How it stood with an entry then, with the names of what was to succeed it. */
const lifecycleSchema = z.object({
  status: z.enum(lifecycleStatuses),
  date: daySchema.nullable(),
  asOf: daySchema,
  note: z.string().nullable(),
  successors: z.array(idAndName),
});

const partSchema = z.object({
  of: z.string(),
  kind: z.enum(['task', 'criterion', 'lifecycle', 'named']),
  points: z.number(),
});

const recommendationSchema = idAndName.extend({
  rank: z.number().int().min(1),
  score: z.number(),
  verdict: z.enum(['recommended', 'suitable']),
  tasks: z.array(idSchema),
  lifecycle: lifecycleSchema,
  /** Capabilities through which it does the tasks. */
  capabilities: z.array(idAndName.extend({ lifecycle: lifecycleSchema })),
  /** What the score is made of; they add up to it. */
  parts: z.array(partSchema),
});

const exclusionSchema = idAndName.extend({ reason: z.string(), lifecycle: lifecycleSchema });

const decisionFileSchema = z.object({
  catalogAsOf: daySchema,
  need: needSchema,
  needs: z.array(z.object({ task: idSchema, name: z.string() })),
  recommendations: z.array(recommendationSchema),
  pipeline: z.array(idSchema),
  excluded: z.array(exclusionSchema),
  /** The record that was written of it, where one was. */
  record: z.object({ file: z.string().nullable(), title: z.string(), date: daySchema }).nullish(),
});

/** A decision as it was written down. */
export type DecisionFile = z.output<typeof decisionFileSchema>;
/** How it stood with an entry when it was decided. */
export type DecidedLifecycle = z.output<typeof lifecycleSchema>;
/** A recommendation as it was when it was decided. */
export type DecidedRecommendation = DecisionFile['recommendations'][number];
/** A part of a score as it was when it was decided. */
export type DecidedPart = z.output<typeof partSchema>;

/** Why a file is no decision that can be reviewed. */
export interface DecisionFileFailure {
  readonly kind: 'not-ours' | 'too-new' | 'damaged';
  /** What is wrong, and where. */
  readonly message: string;
  /** What the user can do now. */
  readonly remedy: string;
}

const makeOne = 'Give what "decide --json" printed, or what the window saved as a decision (JSON).';

const notOurs = (message: string, remedy = makeOne) =>
  failure<DecisionFileFailure>({ kind: 'not-ours', message, remedy });

const damaged = (message: string) =>
  failure<DecisionFileFailure>({
    kind: 'damaged',
    message,
    remedy: 'Take an unharmed copy of it, or decide anew from the need.',
  });

/** What a text is that does not read as JSON, said by how it looks. */
function notJson(text: string): Result<never, DecisionFileFailure> {
  const start = text.trimStart();
  if (start.startsWith('---') || start.startsWith('#'))
    return notOurs(
      'It is a Markdown file',
      'Give the decision as JSON; "record --decision" writes it beside a record.',
    );
  if (!start.startsWith('{')) return notOurs('It is no JSON');
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const isList = lines.length > 1 && lines.slice(0, 2).every((line) => parseJson(line, limits).ok);
  if (isList) return notOurs('It holds several decisions, one a line', 'Give a file with one of these lines.');
  return text.includes(`"${decisionFormat}"`)
    ? damaged('It breaks off, or is no JSON any more')
    : notOurs('It is no JSON');
}

/** The decision itself: a record as JSON holds one. */
const decisionWithin = (value: Mapping): Mapping =>
  value.format === 'madr' && isMapping(value.decision) ? value.decision : value;

const problemWords = ({ path, message }: ShapeProblem): string =>
  `${path.map((step, place) => (typeof step === 'number' ? `[${step}]` : place === 0 ? String(step) : `.${String(step)}`)).join('')}: ${message}`;

/** Reads the text of a file. Never throws, whatever the text is. */
export function readDecisionFile(text: string): Result<DecisionFile, DecisionFileFailure> {
  const json = parseJson(text, limits);
  if (!json.ok) {
    if (json.error === 'not-json') return notJson(text);
    return notOurs(
      json.error === 'too-long' ? 'It is larger than any decision' : 'It is nested deeper than any decision',
    );
  }
  if (!isMapping(json.value)) return notOurs('It is JSON, but no decision');
  const value = decisionWithin(json.value);
  if (value.format !== decisionFormat) return notOurs('It is JSON, but no decision of Lodestack');
  const { version } = value;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    return damaged(`Its version must be a whole number from 1, not ${JSON.stringify(version)}`);
  if (version > decisionVersion) {
    return failure({
      kind: 'too-new',
      message: `A newer Lodestack wrote it (version ${version}; this one reads up to ${decisionVersion})`,
      remedy: 'Update Lodestack, then open it again.',
    });
  }
  const shape = checkShape(decisionFileSchema, value);
  if (shape.ok) return success(shape.value);
  const [first] = shape.error;
  const more = shape.error.length - 1;
  return damaged(
    `${first ? problemWords(first) : 'It has another shape'}${more > 0 ? ` (and ${counted(more, 'more mistake')})` : ''}`,
  );
}
