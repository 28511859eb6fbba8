/** Zero-width character: the library measures text by length and assumes that a character is half as wide as high. */
const filler = '\u2060'

const fullWidth = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/gu

// Constants of the library: character widths in messages and participants, padding and gap of participants.
const messageCharacter = 11 * 0.52
const participantCharacter = 13 * 0.55
const participantPadding = 32
const gap = 40

/**
 * Makes the library leave room for Chinese text, and for the longest message between participants.
 * @returns the diagram to draw, and a function that removes the fillers from the drawing
 */
export function fitLabels(source: string): { text: string, clean: (svg: string) => string } {
  const wide = source.replace(fullWidth, `$&${filler}`)
    // An actor's label would overlap the first message.
    .replace(/^(\s*)actor /gm, '$1participant ')
  return { text: widenParticipants(wide), clean: svg => svg.replaceAll(filler, '') }
}

function widenParticipants(text: string): string {
  const participants = [...text.matchAll(/^\s*participant\s+(\S+)/gm)].map(([, id]) => id)
  const widths = [...text.matchAll(/^\s*(\S+?)\s*-[->x)]*\s*[+-]?(\S+?)\s*:\s*(.+)$/gm)].map(([, from, to, label = '']) => {
    const distance = Math.abs(participants.indexOf(from) - participants.indexOf(to)) || 1
    const capitals = label.replace(/[^A-Z]/g, '').length
    return (label.length + capitals * 0.3 + 4) * messageCharacter / distance
  })
  const width = Math.max(0, ...widths) - gap - participantPadding
  const length = Math.ceil(width / participantCharacter)
  return text.replace(/^\s*participant\s+(\S+)(?:\s+as\s+(.+))?$/gm, (_, id: string, label = id) =>
    `participant ${id} as ${label.padEnd(length, filler)}`)
}
