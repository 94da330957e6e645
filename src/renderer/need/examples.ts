/** Sentences to start from. They show the range: a pipeline, one API, an own model, machines, and a service that is gone. */
export const examples: readonly string[] = [
  'We record support calls in Spanish and want to know in English what people complain about',
  'Blur faces and block nudity in pictures that users upload',
  'Read invoices that arrive as scanned PDFs and put amounts and dates into a table',
  'Forecast how much of each product every shop will sell next week',
  'Train our own PyTorch model on many GPUs and serve it with low latency',
  'Subtitles for a live stream in three languages',
];
