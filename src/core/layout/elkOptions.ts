/**
 * Room beside a label, or beside what stands for one, between two layers, px. ELK gives a label a layer of its own, so of two nodes
 * with an edge between them this counts twice.
 */
const spacingBetweenLayers = {
  'elk.layered.spacing.nodeNodeBetweenLayers': '16',
  'elk.layered.spacing.edgeNodeBetweenLayers': '12',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '12',
} as const;

/**
 * The options of ELK's layered algorithm. Names are those of the ELK reference, https://eclipse.dev/elk/reference.html.
 *
 * They are for small graphs only, where straight lines are worth ELK's time. The seed makes ties fall the same way on every machine,
 * and `ROOT` coordinates spare the sums over edge containers, whose frames are not those that the input named.
 */
export const layeredOptions: Readonly<Record<string, string>> = {
  'elk.algorithm': 'layered',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.layered.thoroughness': '3',
  'elk.layered.crossingMinimization.greedySwitchHierarchical.type': 'TWO_SIDED',
  'elk.randomSeed': '1',
  'elk.json.shapeCoords': 'ROOT',
  'elk.json.edgeCoords': 'ROOT',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.nodePlacement.favorStraightEdges': 'true',
  'elk.padding': '[top=0,left=0,bottom=0,right=0]',
  'elk.spacing.nodeNode': '32',
  'elk.spacing.edgeNode': '16',
  'elk.spacing.edgeEdge': '12',
  'elk.spacing.edgeLabel': '4',
  'elk.spacing.componentComponent': '40',
  ...spacingBetweenLayers,
};

/** Width and height of the room that an edge without a label keeps between two layers, px: enough to see its arrow. */
export const unlabelled = 16;

/** Options of a group: room for its title and content, and a least size. */
export const groupOptions = (
  padding: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number },
  minimum: { readonly width: number; readonly height: number },
): Readonly<Record<string, string>> => ({
  // A group does not inherit these.
  ...spacingBetweenLayers,
  'elk.padding': `[top=${padding.top},left=${padding.left},bottom=${padding.bottom},right=${padding.right}]`,
  'elk.nodeSize.constraints': 'MINIMUM_SIZE',
  'elk.nodeSize.minimum': `(${minimum.width},${minimum.height})`,
});

/** Up to so many nodes ELK's slower options are worth their straighter lines; past it, our own layout takes over. */
export const fewNodes = 30;

/** The main flow is kept straight before what stands beside it. */
export const edgeOptions = (side: boolean): Readonly<Record<string, string>> => ({
  'elk.layered.priority.straightness': side ? '1' : '10',
  'elk.layered.priority.shortness': side ? '1' : '10',
});
