// A reader whose parser never returns, or eats all memory, at a document that says so: `SPIN:readPage`, `SWELL:compose`.
// It stands for the pattern that nobody knows yet. tests/local/wall.test.ts puts it in the place of the real reader.
const listen = process.on;
process.on = (event, listener) => listen.call(process, event, event === 'message' ? faulty(listener) : listener);

const faulty = (listener) => (request) => {
  const document = textOf(request.argument);
  if (document.includes(`SPIN:${request.name}`)) for (;;);
  const kept = [];
  if (document.includes(`SWELL:${request.name}`)) for (;;) kept.push(new Array(1_000).fill({}));
  return listener(request);
};

const textOf = (value) => {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('latin1');
  return value !== null && typeof value === 'object' ? Object.values(value).map(textOf).join('\n') : String(value);
};

require('./real-reader.js');
