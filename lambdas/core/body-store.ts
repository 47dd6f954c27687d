/** Text that fits neither a queue message nor a table item. */
export interface BodyStore {
  put(key: string, text: string): Promise<void>;
  /** @throws when there is no such body. */
  get(key: string): Promise<string>;
}
