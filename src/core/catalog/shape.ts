/** Checking data against a zod schema, with messages that say what to write in place of what zod found missing. */
import { z } from 'zod';
import { didYouMean } from '../base/nearest.ts';
import { failure, type Result, success } from '../base/result.ts';
import type { FieldPath } from './yamlDocument.ts';

/** What is wrong with one field; the path starts at the value that was checked. */
export interface ShapeProblem {
  readonly path: FieldPath;
  readonly message: string;
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping',
  record: 'a mapping',
  null: 'nothing',
};

const typeName = (value: unknown): string => {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  return typeNames[typeof value] ?? typeof value;
};

/** The schema without the wrappers that say "optional", "has a default" or the like. */
const unwrapped = (schema: z.core.$ZodType): z.core.$ZodType => {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable) {
    return unwrapped(schema.unwrap());
  }
  return schema;
};

/** The keys that a schema knows at a path of the data: candidates for a misspelt one. */
const keysAt = (schema: z.core.$ZodType, path: FieldPath): readonly string[] => {
  const here = unwrapped(schema);
  const [step, ...rest] = path;
  if (step === undefined) return here instanceof z.ZodObject ? Object.keys(here.shape) : [];
  if (here instanceof z.ZodArray) return keysAt(here.element, rest);
  if (here instanceof z.ZodRecord) return keysAt(here.valueType, rest);
  const shape: Readonly<Record<string, z.core.$ZodType>> = here instanceof z.ZodObject ? here.shape : {};
  const next = typeof step === 'string' && Object.hasOwn(shape, step) ? shape[step] : undefined;
  return next ? keysAt(next, rest) : [];
};

const quoted = (value: unknown): string => {
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
};

const messageOf = (issue: z.core.$ZodIssue): string => {
  switch (issue.code) {
    case 'invalid_type': {
      const expected = typeNames[issue.expected] ?? issue.expected;
      return issue.input === undefined
        ? `Is missing; it must be ${expected}`
        : `Must be ${expected}, not ${typeName(issue.input)}`;
    }
    case 'invalid_value': {
      const values = issue.values.map(String);
      if (issue.input === undefined) return `Is missing; it must be one of ${values.join(', ')}`;
      return `Must be one of ${values.join(', ')}; not ${quoted(issue.input)}${didYouMean(String(issue.input), values)}`;
    }
    case 'too_small':
      if (issue.origin === 'number') return `Must be at least ${issue.minimum}; it is ${quoted(issue.input)}`;
      return Number(issue.minimum) === 1
        ? 'Must not be empty'
        : `Must have at least ${issue.minimum} items or characters`;
    case 'too_big':
      if (issue.origin === 'number') return `Must be at most ${issue.maximum}; it is ${quoted(issue.input)}`;
      return `Must have at most ${issue.maximum} ${issue.origin === 'string' ? 'characters' : 'items'}; ${quoted(issue.input)} has more`;
    case 'invalid_format':
      return `${quoted(issue.input)} ${issue.message}`;
    default:
      return issue.message;
  }
};

const problemsOf = (schema: z.core.$ZodType, issue: z.core.$ZodIssue): ShapeProblem[] => {
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, issue.path);
    return issue.keys.map((key) => ({ path: [...issue.path, key], message: `Unknown key${didYouMean(key, known)}` }));
  }
  if (issue.code === 'invalid_key') {
    return issue.issues.map((inner) => ({ path: issue.path, message: `As a key, ${messageOf(inner)}` }));
  }
  return [{ path: issue.path, message: messageOf(issue) }];
};

/** Checks a value; every problem of it is reported, in the order of the schema. */
export const checkShape = <Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): Result<z.output<Schema>, readonly ShapeProblem[]> => {
  const parsed = schema.safeParse(value, { reportInput: true });
  return parsed.success
    ? success(parsed.data)
    : failure(parsed.error.issues.flatMap((issue) => problemsOf(schema, issue)));
};
