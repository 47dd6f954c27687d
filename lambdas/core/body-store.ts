/** A store of texts that are too large for a queue message or a table item. */
export interface BodyStore {
  put(key: string, text: string): Promise<void>;
  /** @throws if the store has no text under this key */
  get(key: string): Promise<string>;
}
