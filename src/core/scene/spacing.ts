/** The spacing scale, px: every distance of a picture and of the window is one of these. */
export const spacing = {
  hair: 2,
  tiny: 4,
  small: 8,
  medium: 12,
  large: 16,
  huge: 24,
  vast: 32,
  margin: 40,
} as const;

/** Corner radii, px. */
export const radius = { small: 4, card: 6, group: 8, band: 12, pill: 9 } as const;
