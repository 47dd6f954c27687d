/** A publisher of fictional stories. Its feed shows the newest stories, changed by its habits. */

export interface Story {
  readonly id: number;
  readonly edition: number;
}

/** An action of a publisher between two polls. */
export type Habit = 'publish' | 'edit' | 'reorder' | 'rename' | 'secure' | 'move' | 'rest';

/** Number of stories in the document. */
const WINDOW = 6;

/** No two stories share words, so no two are near duplicates by chance. */
const wordsOf = ({ id, edition }: Story): string =>
  Array.from({ length: 60 }, (_, at) => `w${((id + 1) * 7919 + at * 104_729) % 1_000_003}`)
    .concat(`edition${edition}`)
    .join(' ');

export const titleOf = ({ id }: Story): string => `Story q${id} of the harbour z${id * 31}`;
export const editionIn = (text: string | undefined): number => Number(/edition(\d+)/.exec(text ?? '')?.[1]);

/** @param hasGuids whether its items have guids. If not, an item's URL identifies the item */
export function publisher({ hasGuids }: { readonly hasGuids: boolean }) {
  let stories: Story[] = [];
  let published = 0;
  let names = 0;
  let scheme = 'http';
  let host = 'harbour.example';

  const act: Record<Habit, (choice: number) => void> = {
    publish(choice) {
      const fresh = Array.from({ length: 1 + (choice % 3) }, () => ({ id: published++, edition: 0 }));
      stories = [...fresh.toReversed(), ...stories];
    },
    edit(choice) {
      const at = choice % Math.max(1, Math.min(WINDOW, stories.length));
      stories = stories.map((story, index) => (index === at ? { ...story, edition: story.edition + 1 } : story));
    },
    reorder(choice) {
      const turn = choice % Math.max(1, stories.length);
      const shown = stories.slice(0, WINDOW);
      stories = [...shown.slice(turn), ...shown.slice(0, turn), ...stories.slice(WINDOW)];
    },
    rename: () => void names++,
    secure() {
      scheme = 'https';
    },
    move() {
      host = 'www.harbour.example';
    },
    rest: () => undefined,
  };

  return {
    act: (habit: Habit, choice: number): void => act[habit](choice),
    /** The stories that the document currently shows. */
    shown: (): readonly Story[] => stories.slice(0, WINDOW),
    document(): string {
      const items = stories.slice(0, WINDOW).map((story) => {
        const url = `${scheme}://${host}/news/${story.id}`;
        const guid = hasGuids ? `<guid isPermaLink="false">${names}-${story.id}</guid>` : '';
        return `<item>${guid}<link>${url}</link><title>${titleOf(story)}</title><description>${wordsOf(story)}</description></item>`;
      });
      return `<rss version="2.0"><channel><title>Harbour Post</title>${items.join('')}</channel></rss>`;
    },
  };
}
