import type { SceneNode } from '../../core/scene/scene.ts';

/** A node's name: its texts in the style of the first one. What follows in another style says more about it. */
const wordsOf = ({ texts }: SceneNode): string[] =>
  texts
    .filter(({ style }) => style === texts[0]?.style)
    .flatMap(({ text }) => text.split(' '))
    .filter((word) => word !== '');

const shareOfNodes = 0.04;

/**
 * The names of nodes without the words that many of them begin with: a maker's or a family's name says nothing there, and
 * leaves no room for what does. What a hand has named keeps its name (`farName`). What is left is never nothing, and never begins in the middle of a phrase.
 */
export function shortNames(nodes: readonly SceneNode[]): ReadonlyMap<string, string> {
  const names = nodes.flatMap((node) => (node.farName === undefined ? [[node.id, wordsOf(node)] as const] : []));
  const many = Math.max(3, nodes.length * shareOfNodes);
  const counts = new Map<string, number>();
  for (const [, words] of names) {
    for (let length = 1; length < words.length; length += 1) {
      const start = words.slice(0, length).join(' ');
      counts.set(start, (counts.get(start) ?? 0) + 1);
    }
  }
  return new Map([
    ...nodes.flatMap(({ id, farName }) => (farName === undefined ? [] : [[id, farName] as const])),
    ...names.map(([id, words]) => {
      let from = 0;
      while (
        from < words.length - 1 &&
        (counts.get(words.slice(0, from + 1).join(' ')) ?? 0) >= many &&
        /^[\p{Lu}\d]/u.test(words[from + 1] ?? '')
      )
        from += 1;
      return [id, words.slice(from).join(' ')] as const;
    }),
  ]);
}

/** What nodes are called where there is little room. */
export interface Names {
  readonly of: (node: SceneNode) => string;
  /** Whether at most one name begins like this. */
  readonly tellsApart: (start: string) => boolean;
}

/** Of more nodes the names are taken as they are: few of them can be seen at once. */
const mostShortened = 1_500;

/** The names that a far view shows of a scene's nodes. */
export function namesOf(nodes: readonly SceneNode[]): Names {
  if (nodes.length > mostShortened)
    return { of: (node) => node.farName ?? wordsOf(node).join(' '), tellsApart: () => true };
  const names = shortNames(nodes);
  const all = [...names.values()];
  const known = new Map<string, boolean>();
  return {
    of: (node) => names.get(node.id) ?? '',
    tellsApart(start) {
      const answer = known.get(start) ?? all.filter((name) => name.startsWith(start)).length < 2;
      known.set(start, answer);
      return answer;
    },
  };
}
