import { MAX_ADDRESS_LENGTH } from '../limits.ts';
import { isWebAddress, parseUrl } from './absolute-url.ts';

/**
 * Characters that resolving may add to any document; to a longer document it may add as many as that has. Without a limit
 * each of a million short links would become as long as its base. Real links stand a hundred characters apart.
 */
const MIN_BUDGET = 1_000_000;

/** What resolving may still add to a document, in characters. */
interface Budget {
  left: number;
}

/**
 * An address at which relative addresses of a document start. All bases of one document share a budget. When the budget
 * is spent, relative addresses can't be resolved any more, and absolute ones still can.
 */
export class DocumentBase {
  readonly url: string;
  readonly #budget: Budget;

  private constructor(url: string, budget: Budget) {
    this.url = url;
    this.#budget = budget;
  }

  /** @param url the document's own address. @param length of the document, in characters */
  static of(url: string, length = 0): DocumentBase {
    return new DocumentBase(url, { left: Math.max(MIN_BUDGET, length) });
  }

  /** Whether nothing can be resolved any more. */
  get isSpent(): boolean {
    return this.#budget.left <= 0;
  }

  /** Returns an absolute http(s) URL; undefined if it is no such URL. */
  absolute(raw: string | undefined): string | undefined {
    const url = raw === undefined ? undefined : this.#parse(raw);
    return url !== undefined && isWebAddress(url) ? url.href : undefined;
  }

  /** Returns an absolute URL of any scheme; undefined if it can't be resolved. */
  resolve(raw: string): string | undefined {
    return this.#parse(raw)?.href;
  }

  /** Returns the base that a part of the document sets; undefined if that can't be resolved, or is too long. */
  within(raw: string): DocumentBase | undefined {
    const url = this.resolve(raw);
    return url === undefined || url.length > MAX_ADDRESS_LENGTH ? undefined : this.at(url);
  }

  /** Returns the same document's base at another address. @param url absolute */
  at(url: string): DocumentBase {
    return new DocumentBase(url, this.#budget);
  }

  #parse(raw: string): URL | undefined {
    const url = parseUrl(raw, this.isSpent ? undefined : this.url);
    if (url === null) return undefined;
    this.#budget.left -= Math.max(0, url.href.length - raw.length);
    return url;
  }
}
