import { z } from 'zod';

/** How a picture is to look that leaves the window: chosen in the export dialog, and remembered. */
export const pictureLookSchema = z.object({
  format: z.enum(['svg', 'png', 'drawio']),
  /** Absent: as the window. */
  theme: z.enum(['light', 'dark']).optional(),
  /** Pixels for a px, for PNG. */
  scale: z.number().int().min(1).max(4),
  /** How an SVG holds its text. */
  text: z.enum(['embedded', 'outlined']),
  transparent: z.boolean(),
  /** Which words stand around the whole of it; a part of it has none. */
  title: z.boolean(),
  subtitle: z.boolean(),
  legend: z.boolean(),
});

/** As the schema says. */
export type PictureLook = Readonly<z.infer<typeof pictureLookSchema>>;

/** How pictures look until something is chosen. */
export const firstPictureLook: PictureLook = {
  format: 'svg',
  scale: 2,
  text: 'embedded',
  transparent: false,
  title: true,
  subtitle: true,
  legend: true,
};
