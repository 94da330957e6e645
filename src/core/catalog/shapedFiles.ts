/** YAML files of one shape, which the loaders of words, questions and templates begin with. */
import type { z } from 'zod';
import { byCodeUnit } from '../base/order.ts';
import { failure, type Result, success } from '../base/result.ts';
import type { CatalogIssue } from './catalog.ts';
import { checkShape } from './shape.ts';
import { type CatalogFile, readYaml, type YamlDocument } from './yamlDocument.ts';

/** A file whose shape is right, and how to point at a field of it. */
export interface ShapedFile<Value> {
  readonly value: Value;
  readonly path: string;
  readonly issueAt: YamlDocument['issueAt'];
}

/** Reads and checks each file, in the order of their paths; what fails holds every mistake of the file with its line. */
export const readShaped = <Schema extends z.ZodType>(
  files: readonly CatalogFile[],
  schema: Schema,
): readonly Result<ShapedFile<z.output<Schema>>, readonly CatalogIssue[]>[] =>
  [...files]
    .sort((left, right) => byCodeUnit(left.path, right.path))
    .map((file) => {
      const document = readYaml(file);
      if (!document.ok) return document;
      const { path, value, issueAt } = document.value;
      const shape = checkShape(schema, value);
      if (shape.ok) return success({ value: shape.value, path, issueAt });
      return failure(shape.error.map((problem) => issueAt(problem.path, problem.message)));
    });
