/** The shapes of records as they come from outside: a file, a clipboard, another part of the program. */
import { z } from 'zod';
import { sides } from '../base/geometry.ts';
import { farthest, leastSize, longestText } from './bounds.ts';
import {
  type Comment,
  type DiagramEdge,
  type DiagramGroup,
  type DiagramNode,
  edgeDirections,
  edgeStyles,
  groupKinds,
  nodeKinds,
  tones,
} from './diagram.ts';
import { isId } from './ids.ts';

/** Most characters of an image of the user's own: some 3 MB of picture. */
const longestImage = 4_000_000;
/** Most corners of the way of a line. */
const mostCorners = 1_000;

const partIdSchema = z.string().refine(isId, 'must be an id: letters, digits, hyphens');
const text = z.string().max(longestText, `must have at most ${longestText} characters`);
const coordinate = z.number().min(-farthest).max(farthest);
const length = z.number().min(leastSize).max(farthest);
const point = z.strictObject({ x: coordinate, y: coordinate });
const corner = z.tuple([coordinate, coordinate]);
const size = z.strictObject({ width: length, height: length });

const commentSchema: z.ZodType<Comment> = z.strictObject({
  id: partIdSchema,
  text,
  author: text.exactOptional(),
  at: z.iso.datetime({ offset: true }),
});

const drawn = {
  id: partIdSchema,
  tone: z.enum(tones).exactOptional(),
  order: z.number().exactOptional(),
  locked: z.boolean().exactOptional(),
  origin: z.enum(['draft', 'hand']).exactOptional(),
  byHand: z.array(z.string().max(40)).max(40).exactOptional(),
  comments: z.array(commentSchema).max(1000).exactOptional(),
};

const placed = {
  position: point.exactOptional(),
  size: size.exactOptional(),
  pinned: z.boolean().exactOptional(),
};

/** Each schema names its fields in the order in which a file has them. */
const nodeShape = z.strictObject({
  kind: z.enum(nodeKinds),
  label: text,
  detail: text.exactOptional(),
  entry: text.exactOptional(),
  data: text.exactOptional(),
  group: partIdSchema.exactOptional(),
  role: z.enum(['stage', 'supporting']).exactOptional(),
  covers: z.array(text).max(1000).exactOptional(),
  why: text.exactOptional(),
  image: z
    .string()
    .max(longestImage)
    .regex(/^data:image\/(png|jpeg|webp|svg\+xml)[;,]/, 'must be a PNG, JPEG, WebP or SVG image as a data: address')
    .exactOptional(),
  ...placed,
  ...drawn,
});

const groupShape = z.strictObject({
  kind: z.enum(groupKinds),
  label: text,
  parent: partIdSchema.exactOptional(),
  collapsed: z.boolean().exactOptional(),
  ...placed,
  ...drawn,
});

const edgeShape = z.strictObject({
  from: partIdSchema,
  to: partIdSchema,
  label: text.exactOptional(),
  style: z.enum(edgeStyles),
  direction: z.enum(edgeDirections).exactOptional(),
  data: text.exactOptional(),
  leaves: z.enum(sides).exactOptional(),
  way: z
    .strictObject({ points: z.array(corner).min(2).max(mostCorners), label: corner.exactOptional() })
    .exactOptional(),
  ...drawn,
});

/** A node as a file or a clipboard may hold it. */
export const nodeSchema: z.ZodType<DiagramNode> = nodeShape;
/** A group as a file or a clipboard may hold it. */
export const groupSchema: z.ZodType<DiagramGroup> = groupShape;
/** An edge as a file or a clipboard may hold it. */
export const edgeSchema: z.ZodType<DiagramEdge> = edgeShape;

/** Names of the fields, in the order in which a file has them. */
export const fieldNames = {
  node: Object.keys(nodeShape.shape),
  group: Object.keys(groupShape.shape),
  edge: Object.keys(edgeShape.shape),
} as const;

/** What is wrong with a value, as one sentence: the first issue and the field it is in. */
export function firstIssue(error: z.ZodError): string {
  const [issue] = error.issues;
  if (issue === undefined) return 'is not as it must be';
  const field = issue.path.map(String).join('.');
  return field === '' ? issue.message : `"${field}": ${issue.message}`;
}
