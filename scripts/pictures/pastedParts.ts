/** Parts that a picture needs on the page and no need drafts. */

/** A service that takes no new customers, and one that nothing flows to. */
export const closedServices = {
  nodes: [
    { id: 'closed', kind: 'service', entry: 'forecast', label: 'Amazon Forecast', position: { x: 480, y: 420 } },
    { id: 'lonely', kind: 'service', entry: 'personalize', label: 'Amazon Personalize', position: { x: 760, y: 420 } },
  ],
  groups: [],
  edges: [],
};

/** Two hundred parts in eight boundaries, with long names among them. */
export function largePage() {
  const groups = Array.from({ length: 8 }, (_, at) => ({
    id: `account-${at}`,
    kind: 'account',
    label: `Account ${at + 1}`,
    position: { x: (at % 4) * 1240, y: Math.floor(at / 4) * 760 },
    size: { width: 1160, height: 680 },
  }));
  const entries = ['transcribe', 'translate', 'comprehend', 'polly', 'rekognition', 'textract', 'bedrock', 'lex'];
  const nodes = Array.from({ length: 200 }, (_, at) => {
    const [group, place] = [Math.floor(at / 25), at % 25];
    const corner = groups[group]?.position ?? { x: 0, y: 0 };
    const entry = entries[at % entries.length] ?? 'transcribe';
    return {
      id: `part-${at}`,
      kind: 'service',
      entry,
      label: at % 9 === 0 ? `The step numbered ${at + 1} that has a rather long name` : `Step ${at + 1}`,
      group: `account-${group}`,
      position: { x: corner.x + 40 + (place % 5) * 220, y: corner.y + 70 + Math.floor(place / 5) * 120 },
    };
  });
  const edges = nodes.flatMap(({ id }, at) =>
    at % 5 === 4 ? [] : [{ id: `line-${at}`, from: id, to: `part-${at + 1}`, style: 'flow' }],
  );
  return { groups, nodes, edges };
}
