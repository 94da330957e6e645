// Loaded before the command line by a test: a leak on purpose, which keeps all that is written to standard output.
const write = process.stdout.write.bind(process.stdout);
const kept = [];

process.stdout.write = (chunk, ...rest) => {
  kept.push(chunk);
  return write(chunk, ...rest);
};
