/** The progress of a cycle or an import, on standard error: a bar on a terminal, else a line from time to time. */
import { Presets, SingleBar } from 'cli-progress';
import { printable, write } from './output.ts';

export interface Progress {
  step(text: string): void;
  /** Begins a bar. `read` returns the current state at each drawing. */
  begin(title: string, read: () => { readonly done: number; readonly total: number; readonly detail: string }): void;
  end(): void;
}

const DRAW_EVERY_MS = 200;
const PLAIN_EVERY_MS = 5_000;

export function createProgress(stream: NodeJS.WriteStream = process.stderr): Progress {
  let finish: (() => void) | undefined;
  const say = (text: string): void => write(text, stream);
  return {
    step: say,
    begin(title, read) {
      finish = stream.isTTY ? drawBar(title, read, stream) : drawLines(title, read, say);
    },
    end() {
      finish?.();
      finish = undefined;
    },
  };
}

function drawBar(title: string, read: Parameters<Progress['begin']>[1], stream: NodeJS.WriteStream): () => void {
  const bar = new SingleBar(
    {
      format: `${title} {bar} {detail}`,
      stream,
      hideCursor: true,
      barsize: 30,
      stopOnComplete: false,
      clearOnComplete: false,
    },
    Presets.shades_classic,
  );
  const draw = (): void => {
    const { done, total, detail } = read();
    bar.setTotal(Math.max(total, 1));
    bar.update(done, { detail: printable(detail) });
  };
  bar.start(1, 0, { detail: '' });
  const timer = setInterval(draw, DRAW_EVERY_MS);
  return () => {
    clearInterval(timer);
    draw();
    bar.stop();
  };
}

function drawLines(title: string, read: Parameters<Progress['begin']>[1], say: (text: string) => void): () => void {
  let last = '';
  const draw = (): void => {
    const { detail } = read();
    if (detail !== last) say(`${title}: ${detail}`);
    last = detail;
  };
  const timer = setInterval(draw, PLAIN_EVERY_MS);
  return () => {
    clearInterval(timer);
    draw();
  };
}
