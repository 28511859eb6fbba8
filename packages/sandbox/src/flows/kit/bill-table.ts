/** A bill before it is written: its columns and rows, and the columns and row of its totals. */
export interface BillTable {
  columns: string[]
  rows: string[][]
  totalColumns: string[]
  totals: string[]
}

/** Writes a bill as WeChat Pay does: titles plain, each value with a backtick before it. */
export function writeBill({ columns, rows, totalColumns, totals }: BillTable): string {
  const values = (row: string[]) => row.map(value => `\`${value.replace(/[,\r\n`]/g, ' ')}`)
  return [columns, ...rows.map(values), totalColumns, values(totals)].map(row => `${row.join(',')}\r\n`).join('')
}

/** Cents as the bills write them, in yuan: `12.34`. */
export const yuan = (cents: number) => (cents / 100).toFixed(2)

/** A time as the bills write it: `2025-01-02 11:04:05`. */
export const billTime = (time: string) => time.slice(0, 19).replace('T', ' ')
