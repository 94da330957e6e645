/** Goes on in a task of its own, so that input and frames come first: a task of more than 50 ms is felt. */
export const nextTask = (): Promise<void> => new Promise((done) => setTimeout(done));
