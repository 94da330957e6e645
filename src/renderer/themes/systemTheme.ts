import type { ThemeName } from '../../core/scene/scene.ts';

export const darkQuery = (): MediaQueryList => matchMedia('(prefers-color-scheme: dark)');

/** The theme that the system asks for now. */
export const systemTheme = (): ThemeName => (darkQuery().matches ? 'dark' : 'light');
