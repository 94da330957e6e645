/** The icons that a catalogue names, read from the icon package. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Catalog, CatalogIssue } from '../core/catalog/catalog.ts';
import { type Icon, type IconSet, parseIcon } from '../core/render/icon.ts';
import { boundaries } from '../core/scene/boundaries.ts';

const iconFolder = fileURLToPath(new URL('../../node_modules/aws-icons/icons', import.meta.url));

/** Icons that drawings need besides the entries': the people and the client at the ends of an architecture, the signs of boundaries. */
const ownIcons: readonly string[] = [
  'resource/User',
  'resource/Users',
  'resource/Client',
  ...Object.values(boundaries).flatMap(({ icon }) => icon ?? []),
];

/** Two or three plain words between slashes: no path that climbs out of the folder gets through. */
const isIconName = (name: string): boolean => /^[\w-]+(\/[\w-]+)*$/.test(name);

const iconPath = (name: string): string => join(iconFolder, `${name}.svg`);

/** One issue for each entry whose icon the package doesn't have. Such an entry would be drawn with a neutral glyph. */
export const checkIcons = (catalog: Catalog): readonly CatalogIssue[] =>
  catalog.entries.flatMap(({ id, icon }) =>
    icon === undefined || (isIconName(icon) && existsSync(iconPath(icon)))
      ? []
      : [{ file: 'entry', field: `${id}.icon`, message: `The icon package has no "${icon}"` }],
  );

/** Stands out from a light ground and from a dark one, by 3 to 1 at least. */
const slate = '#6b7a90';

/** The package's line icons are near black, which cannot be seen on a dark ground; a tile brings its own ground. */
const onAnyGround = (icon: Icon): Icon =>
  /d="M0 0h\d+v\d+H0z"/.test(icon.body) ? icon : { ...icon, body: icon.body.replaceAll(/#2[34]2f3[de]/g, slate) };

/** Icons by the name that the catalogue gives them. Names that the package lacks are left out (see `checkIcons`). */
export const loadIcons = (catalog: Catalog): IconSet => {
  const names = new Set([...ownIcons, ...catalog.entries.flatMap(({ icon }) => icon ?? [])]);
  const icons: Record<string, Icon> = {};
  for (const name of names) {
    if (isIconName(name) && existsSync(iconPath(name)))
      icons[name] = onAnyGround(parseIcon(readFileSync(iconPath(name), 'utf8')));
  }
  return icons;
};
