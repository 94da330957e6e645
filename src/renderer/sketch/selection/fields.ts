import type { Fields } from '../../../core/diagram/command.ts';
import type { Part } from '../../../core/diagram/page.ts';

/** Gives everything that is selected these fields; edits with the same gesture are one step. */
export type SetFields = (fields: Fields, gesture?: string) => void;

/** One part that is selected alone, and how its fields are set. */
export interface FieldsOf<Type extends Part['type']> {
  readonly part: Extract<Part, { type: Type }>;
  readonly set: SetFields;
}
