/** What scripts/dataPlugin.ts compiles into the window. */
declare module 'virtual:lodestack-data' {
  export const catalog: import('../core/catalog/catalog.ts').Catalog;
  export const lexicon: import('../core/decision/lexicon.ts').Lexicon;
  export const questions: readonly import('../core/guide/questions.ts').GuideQuestion[];
  export const templates: readonly import('../core/templates/template.ts').Template[];
  export const icons: import('../core/render/icon.ts').IconSet;
}
