/**
 * The questions of the guide as data (`data/guide/`): what is asked, why, and what each answer means for the need. They know
 * tasks and constraints by id and no service. What a catalogue lacks is passed over, so that one set serves every catalogue.
 */
import { z } from 'zod';
import { failure, type Result, success } from '../base/result.ts';
import type { CatalogIssue } from '../catalog/catalog.ts';
import { readShaped } from '../catalog/shapedFiles.ts';
import { idSchema } from '../catalog/vocabulary.ts';
import type { CatalogFile } from '../catalog/yamlDocument.ts';
import { constraintsSchema } from '../decision/need.ts';

const sentence = z.string().min(1);

/** An answer that is written down, and what it narrows. */
const writtenAnswerSchema = z.strictObject({
  id: idSchema,
  label: sentence,
  help: sentence.optional(),
  groups: z.array(idSchema).optional().describe('Keeps the tasks of these groups.'),
  tasks: z.array(idSchema).optional().describe('Keeps these tasks.'),
  constraints: constraintsSchema.optional().describe('Sets these constraints.'),
  share: z
    .number()
    .positive()
    .max(10)
    .optional()
    .describe('How many in ten who are asked would answer so; the others say that it does not matter.'),
});

/** What the answers are made of where the catalogue gives them. */
const answerSources = ['have', 'want', 'tasks', 'frameworks', 'criteria'] as const;

/** A question of the guide, its answers either written down or made out of the catalogue. */
const guideQuestionSchema = z
  .strictObject({
    id: idSchema,
    text: sentence,
    why: sentence.describe('Why it is asked, as a sentence.'),
    answers: z.array(writtenAnswerSchema).min(1).optional(),
    from: z.enum(answerSources).optional().describe('Makes the answers out of the catalogue.'),
  })
  .refine(
    ({ answers, from }) => (answers === undefined) !== (from === undefined),
    'needs either "answers" or "from", and not both',
  );

/** A file in `data/guide/`. */
export const guideFileSchema = z.strictObject({ questions: z.array(guideQuestionSchema) });

/** An answer as it is written in the data. */
export type WrittenAnswer = z.infer<typeof writtenAnswerSchema>;
/** A question as it is written in the data. */
export type GuideQuestion = z.infer<typeof guideQuestionSchema>;

/** Loads the questions from YAML files, in the order of their paths. Fails with every mistake, each with file and line. */
export function loadQuestions(
  files: readonly CatalogFile[],
): Result<readonly GuideQuestion[], readonly CatalogIssue[]> {
  const issues: CatalogIssue[] = [];
  const questions: GuideQuestion[] = [];
  const known = new Set<string>();
  for (const file of readShaped(files, guideFileSchema)) {
    if (!file.ok) {
      issues.push(...file.error);
      continue;
    }
    const { value, issueAt } = file.value;
    value.questions.forEach((question, place) => {
      if (known.has(question.id))
        issues.push(issueAt(['questions', place, 'id'], `There are two questions "${question.id}"`));
      known.add(question.id);
      const answers = (question.answers ?? []).map(({ id }) => id);
      answers.forEach((id, at) => {
        if (answers.indexOf(id) !== at)
          issues.push(issueAt(['questions', place, 'answers', at, 'id'], `There are two answers "${id}"`));
      });
      questions.push(question);
    });
  }
  return issues.length > 0 ? failure(issues) : success(questions);
}
