import { defaultSchema, type Schema } from 'hast-util-sanitize'

/** Element that stands for an example until the page is put together. */
export const exampleTag = 'x-example'

/** Colours of highlighted code; nothing else may set a style but the alignment of a table's cell. */
const colours = /^(?:--shiki-(?:light|dark)(?:-bg|-font-(?:style|weight)|-text-decoration)?:[#\w, ()-]+;?)+$/
const alignment = /^text-align: ?(?:left|right|center);?$/

/** A paint or a marker of a drawing: a name, a number, or a reference within the page. */
const paint = /^(?:[\w#.,% -]+|var\(--[\w-]+\)|url\(#[\w-]+\))$/

const shapes = ['svg', 'g', 'defs', 'marker', 'path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'text', 'tspan']

const numbers = [
  'd', 'points', 'x', 'y', 'x1', 'x2', 'y1', 'y2', 'cx', 'cy', 'r', 'rx', 'ry', 'dx', 'dy', 'width', 'height', 'viewBox',
  'transform', 'orient', 'refX', 'refY', 'markerWidth', 'markerHeight', 'textAnchor', 'dominantBaseline', 'fontSize',
  'fontWeight', 'strokeWidth', 'strokeDashArray', 'strokeLineCap', 'strokeLineJoin', 'opacity',
]

const paints = ['fill', 'stroke', 'markerStart', 'markerEnd'].map(name => [name, paint] as [string, RegExp])

/**
 * What the body of a page may consist of. Elements that are not listed lose their tags, attributes and addresses that are not
 * listed are dropped: nothing here runs code, sends a form, or loads a document.
 */
export const allowList: Schema = {
  ...defaultSchema,
  tagNames: [
    ...defaultSchema.tagNames ?? [], 'abbr', 'address', 'article', 'aside', 'button', 'caption', 'cite', 'col', 'colgroup',
    'dfn', 'figcaption', 'figure', 'footer', 'header', 'label', 'main', 'mark', 'nav', 'small', 'time', 'u', 'wbr',
    exampleTag, ...shapes,
  ],
  attributes: {
    ...Object.fromEntries(shapes.map(name => [name, [...numbers, ...paints]])),
    '*': [
      'id', 'className', 'title', 'lang', 'dir', 'role', 'tabIndex', 'hidden', 'data*', 'colSpan', 'rowSpan', 'align',
      'ariaControls', 'ariaCurrent', 'ariaDescribedBy', 'ariaExpanded', 'ariaHidden', 'ariaLabel', 'ariaLabelledBy', 'ariaLive',
    ],
    'a': ['href', 'target', 'rel', 'download'],
    'button': [['type', 'button'], 'popoverTarget', 'popoverTargetAction'],
    'details': ['open'],
    'img': ['src', 'alt', 'width', 'height', 'loading'],
    'input': [['type', 'radio', 'checkbox', 'search'], 'name', 'checked', 'disabled', 'placeholder'],
    'label': ['htmlFor'],
    'ol': ['start', 'reversed', 'type'],
    'pre': [['style', colours]],
    'span': [['style', colours], ['popover', 'auto', 'manual']],
    'td': [['style', alignment], 'headers'],
    'th': [['style', alignment], 'scope'],
    'time': ['dateTime'],
    [exampleTag]: ['index'],
  },
  // The default keeps a checkbox of a task list from being used, and adds a prefix to ids.
  required: {},
  clobber: [],
  ancestors: {},
  protocols: { href: ['http', 'https', 'mailto'], src: ['http', 'https', 'data'] },
  strip: ['script', 'style', 'template', 'iframe', 'object', 'noscript', 'noembed', 'noframes', 'textarea', 'select', 'title'],
}
