/** The columns and rows of a bill, and the columns and values of its totals. */
export interface BillTable {
  columns: string[]
  rows: string[][]
  totalColumns: string[]
  totals: string[]
}

/** Writes a bill as WeChat Pay does: CSV with a backtick before each value, but not before titles. */
export function writeBill({ columns, rows, totalColumns, totals }: BillTable): string {
  const values = (row: string[]) => row.map(value => `\`${value.replace(/[,\r\n`]/g, ' ')}`)
  return [columns, ...rows.map(values), totalColumns, values(totals)].map(row => `${row.join(',')}\r\n`).join('')
}

/** Formats cents as yuan: `12.34`. */
export const yuan = (cents: number) => (cents / 100).toFixed(2)

/** Formats a Beijing time for a bill: `2025-01-02 11:04:05`. */
export const billTime = (time: string) => time.slice(0, 19).replace('T', ' ')
