/**
 * Returns a function that returns numbers from 0 to 1: the same ones at each call with the same seeds. This is `sfc32` of
 * PractRand: its state of 128 bits keeps the sequences of millions of seeds apart.
 */
export function numberSource(seed: number, other = 0): () => number {
  let [a, b, c, counter] = [seed | 0, other | 0, 0x9e3779b9, 1];
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let round = 0; round < 12; round++) next();
  return next;
}
