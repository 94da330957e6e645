/**
 * Glyphs of our own for what has no icon in the package: a tile in the manner of the architecture icons, white on a
 * colour that stands on light and dark alike.
 */
import type { Icon, IconSet } from './icon.ts';

const tile = (colour: string, strokes: string): Icon => ({
  viewBox: [0, 0, 24, 24],
  body: `<rect width="24" height="24" rx="2" fill="${colour}"/><path d="${strokes}" fill="none" stroke="#ffffff" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round"/>`,
});

const teal = '#0d7f76';
const indigo = '#5463b5';
const orange = '#b65c14';
const slate = '#566579';

/** Keys are `neutral/` and the kind of an entry or of a diagram's node, or what the data of one is. */
const glyphs: IconSet = {
  // A tile of its own inside a frame: one thing that is offered.
  'neutral/service': tile(teal, 'M12 5l6 3.5v7L12 19l-6-3.5v-7zM12 12l6-3.5M12 12v7M12 12L6 8.5'),
  'neutral/capability': tile(teal, 'M12 5.5v13M5.5 12h13M8 8l8 8M16 8l-8 8'),
  // Points and the curve through them.
  'neutral/algorithm': tile(teal, 'M5.5 5.5v13h13M8 15.5c3 0 3-7 5.5-7s1.5 4 5 1.5M9 10h.01M13 13.5h.01M16.5 6.5h.01'),
  'neutral/framework': tile(
    indigo,
    'M12 5.5l6.5 3.25L12 12 5.5 8.75zM5.5 12L12 15.25 18.5 12M5.5 15.25L12 18.5l6.5-3.25',
  ),
  'neutral/compute': tile(
    orange,
    'M8 8h8v8H8zM10 5.5V8M14 5.5V8M10 16v2.5M14 16v2.5M5.5 10H8M5.5 14H8M16 10h2.5M16 14h2.5',
  ),
  'neutral/image': tile(orange, 'M5.5 8.5L12 5.5l6.5 3v7L12 18.5l-6.5-3zM5.5 8.5L12 11.5l6.5-3M12 11.5v7'),
  'neutral/context': tile(
    slate,
    'M12 5.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13zM5.5 12h13M12 5.5c2.5 2 2.5 11 0 13M12 5.5c-2.5 2-2.5 11 0 13',
  ),
  'neutral/actor': tile(slate, 'M12 5.5a3 3 0 1 0 0 6a3 3 0 1 0 0-6zM6 18.5c0-3.5 2.5-5 6-5s6 1.5 6 5'),
  'neutral/data': tile(
    slate,
    'M6 7.5c0-1.3 2.7-2 6-2s6 .7 6 2-2.7 2-6 2-6-.7-6-2zM6 7.5v9c0 1.3 2.7 2 6 2s6-.7 6-2v-9M6 12c0 1.3 2.7 2 6 2s6-.7 6-2',
  ),
  // What comes without end.
  'neutral/stream': tile(
    slate,
    'M5.5 8.5c2.2-2 4.3-2 6.5 0s4.3 2 6.5 0M5.5 12.5c2.2-2 4.3-2 6.5 0s4.3 2 6.5 0M5.5 16.5c2.2-2 4.3-2 6.5 0s4.3 2 6.5 0',
  ),
  // Parts that follow one another in a line.
  'neutral/queue': tile(slate, 'M5.5 8.5h3v7h-3zM10.5 8.5h3v7h-3zM15.5 12h4M17.5 10l2 2-2 2'),
  'neutral/note': tile(slate, 'M6 6h12v8l-4 4H6zM14 18v-4h4M9 9.5h6M9 12.5h3'),
  'neutral/text': tile(slate, 'M6.5 8V6.5h11V8M12 6.5v11M9.5 17.5h5'),
  'neutral/picture': tile(slate, 'M5.5 6.5h13v11h-13zM5.5 15.5l4-4 3.5 3.5 2-2 3.5 3.5M14.5 9.75h.01'),
  'neutral/boundary': tile(slate, 'M6 6h2M11 6h2M16 6h2v2M18 11v2M18 16v2h-2M13 18h-2M8 18H6v-2M6 13v-2M6 8V6'),
};

const blank: Icon = tile(slate, 'M7 12h10');

/** The icon of a key: from the set, else a glyph of our own. */
export function findIcon(icons: IconSet, key: string): Icon {
  const found = Object.hasOwn(icons, key) ? icons[key] : Object.hasOwn(glyphs, key) ? glyphs[key] : undefined;
  return found === undefined || found.body === '' ? blank : found;
}
