/** The visible pictures of a page. */
import { attributeOf } from '../page/markup-classifier.ts';

/** A picture of the page. `at`: its place, as the number of nodes before it. */
export interface PlacedPicture {
  /** As written. */
  readonly src: string;
  readonly width?: string | undefined;
  readonly height?: string | undefined;
  readonly alt?: string | undefined;
  readonly at: number;
}

/** The attributes that hold a picture's address. Lazy-loading scripts keep a placeholder in `src`. */
const SOURCES = ['data-src', 'data-original', 'data-lazy-src', 'src'];
/** Max number of elements between a picture and its figure: `<picture>`, a link, a frame. */
const MAX_LEVELS = 5;

/** Returns the address of a picture, as written; undefined if the page only has the placeholder. */
export const pictureSource = (image: Element): string | undefined =>
  SOURCES.map((name) => attributeOf(image, name)?.trim()).find((src) => src && !src.startsWith('data:'));

/** Returns a picture that is in a figure. Other pictures are portraits, icons, and pictures of other articles. */
export function figurePicture(image: Element, at: number): PlacedPicture | undefined {
  const src = pictureSource(image);
  let node: Node | null = image;
  for (let level = 0; node !== null && level < MAX_LEVELS && node.nodeName !== 'FIGURE'; level++)
    node = node.parentNode;
  if (src === undefined || node?.nodeName !== 'FIGURE') return undefined;
  const [width, height, alt] = ['width', 'height', 'alt'].map((name) => attributeOf(image, name));
  return { src, width, height, alt, at };
}
