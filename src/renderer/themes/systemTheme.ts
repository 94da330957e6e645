import type { ThemeName } from '../../core/scene/scene.ts';

/** Whether the system is dark, and a word when that changes. */
export const darkQuery = (): MediaQueryList => matchMedia('(prefers-color-scheme: dark)');

/** The theme that the system asks for now. */
export const systemTheme = (): ThemeName => (darkQuery().matches ? 'dark' : 'light');
