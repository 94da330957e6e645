/**
 * Starts counting the time that the processor spends on this process (user time, ms); the returned function says
 * how much it is by now. A test that guards against a search that grows out of hand asks this and no clock on the
 * wall, which also counts what else the machine does. How fast a thing is, is `bench/`'s business.
 */
export const processorTime = (): (() => number) => {
  const began = process.cpuUsage();
  return () => process.cpuUsage(began).user / 1_000;
};
