import { createHash } from 'node:crypto';
import { type Markup, markup } from './markup.ts';

/** The size of every picture, in pixels. */
export const pictureSize = { width: 1200, height: 675 };

/** Draws a landscape (sky, sun, three ranges of hills) whose colours and shapes follow from `seed`. */
export function drawPicture(seed: string, alt: string): Markup {
  const [hue = 0, sunX = 0, sunY = 0, ...heights] = createHash('sha256').update(seed).digest();
  const { width, height } = pictureSize;
  const ranges = [0, 1, 2].map((range) => {
    const ridge = heights.slice(range * 5, range * 5 + 5).map((byte, index) => {
      const x = index * (width / 4);
      const y = height * (0.5 + range * 0.15) + (byte / 255 - 0.5) * 110;
      return `${x},${Math.round(y)}`;
    });
    const points = `0,${height} ${ridge.join(' ')} ${width},${height}`;
    return markup`  <polygon points="${points}" fill="hsl(${hueOf(hue + 20)} 35% ${52 - range * 14}%)"/>\n`;
  });
  return markup`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">
  <title>${alt}</title>
  <rect width="${width}" height="${height}" fill="hsl(${hueOf(hue)} 45% 82%)"/>
  <circle cx="${200 + sunX * 3}" cy="${120 + Math.round(sunY / 2)}" r="62" fill="hsl(${hueOf(hue + 150)} 80% 88%)"/>
${ranges}</svg>
`;
}

function hueOf(byte: number): number {
  return Math.round((byte * 360) / 256) % 360;
}
