/** The steps that end what was started. */
export interface Shutdown {
  /** Adds the step that ends what was started just now. */
  add(step: () => Promise<void> | void): void;
  /** Runs each step once, the last added first. A second call waits for the first. */
  run(): Promise<void>;
  hasBegun(): boolean;
}

export function createShutdown(): Shutdown {
  const steps: (() => Promise<void> | void)[] = [];
  let running: Promise<void> | undefined;
  const runSteps = async (): Promise<void> => {
    for (const step of steps.toReversed()) await step();
  };
  return {
    add: (step) => {
      steps.push(step);
    },
    run: () => {
      running ??= runSteps();
      return running;
    },
    hasBegun: () => running !== undefined,
  };
}
