/** Does what is asked of it one after the other. */
export type Turn = <Value>(work: () => Promise<Value>) => Promise<Value>;

/** Makes a queue: what is asked of it is done one after the other, whether or not what came before failed. */
export function inTurn(): Turn {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
}
