/** From a need to the way of building it that was asked for by its number. */
import { InvalidArgumentError } from 'commander';
import { type Result, success } from '../core/base/result.ts';
import type { Catalog } from '../core/catalog/catalog.ts';
import type { Need } from '../core/decision/need.ts';
import { planChains } from '../core/planning/chains.ts';
import { type Complaint, wrongInput } from './outcome.ts';

/** Reads the number of a way, as `plan` prints it. */
export const parseChain = (text: string): number => {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1)
    throw new InvalidArgumentError('It must be the number of a way, from 1.');
  return number;
};

/** The need as the way with this number settles it; the need itself where none is asked for. */
export const chosenChain = (catalog: Catalog, need: Need, number: number | undefined): Result<Need, Complaint> => {
  if (number === undefined) return success(need);
  const chains = planChains(catalog, need);
  const chain = chains[number - 1];
  if (chain) return success(chain.need);
  const there = chains.length === 1 ? 'there is one way only' : `there are ${chains.length} ways`;
  return wrongInput(`No way ${number}: ${there} to build this; "plan" with the same need shows them`);
};
