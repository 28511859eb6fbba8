/** A kind of merchant. */
export type Role = '直连商户' | '服务商' | '平台商户' | '渠道商' | '机构' | '品牌'

/** A kind of source that facts are compared with; see `packages/facts/README.md`. */
export type Source = 'official' | 'excerpt' | 'mud' | 'skills' | 'go' | 'java' | 'skit' | 'wxjava'

/** When an operation was compared with its sources. */
export interface Verified {
  /** A day, such as `2026-11-28`. */
  date: string
  /** The sources that describe the operation; may be empty. */
  by: Source[]
}

/** The callers, the rate, the twin and the check of an operation, from the front matter of its page. */
export interface Terms {
  /** The kinds of merchants that may call it. */
  roles?: Role[]
  /** Most calls of one merchant per second or minute: `150/s`, `1000/min`. */
  rate?: string
  /** Path of the same operation for another kind of merchant. */
  counterpart?: string
  verified?: Verified
}
