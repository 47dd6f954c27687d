/** The pictures that a reader sees. */
import { attributeOf } from '../page/markup-classifier.ts';

/** A picture of the page and where it stands: the number of nodes before it. */
export interface PlacedPicture {
  /** As written. */
  readonly src: string;
  readonly width?: string | undefined;
  readonly height?: string | undefined;
  readonly alt?: string | undefined;
  readonly at: number;
}

/** What holds the address of a picture until a script shows it, before what stands in for it meanwhile. */
const SOURCES = ['data-src', 'data-original', 'data-lazy-src', 'src'];
/** Elements between a picture and its figure: `<picture>`, a link, a frame. */
const MAX_LEVELS = 5;

/** The address of a picture, which a script may be to show later; undefined where only its stand-in is there. */
export const pictureSource = (image: Element): string | undefined =>
  SOURCES.map((name) => attributeOf(image, name)?.trim()).find((src) => src && !src.startsWith('data:'));

/** A picture that stands in a figure: others are portraits, icons, and those of other articles. */
export function figurePicture(image: Element, at: number): PlacedPicture | undefined {
  const src = pictureSource(image);
  let node: Node | null = image;
  for (let level = 0; node !== null && level < MAX_LEVELS && node.nodeName !== 'FIGURE'; level++)
    node = node.parentNode;
  if (src === undefined || node?.nodeName !== 'FIGURE') return undefined;
  const [width, height, alt] = ['width', 'height', 'alt'].map((name) => attributeOf(image, name));
  return { src, width, height, alt, at };
}
