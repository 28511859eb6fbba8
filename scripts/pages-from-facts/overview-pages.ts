import { toFrontMatter } from './front-matter.ts'
import type { Product } from './products.ts'

/** A page that an overview links to. */
export interface Linked {
  title: string
  /** Location below the docs folder, without `.md`. */
  page: string
}

/** Writes the overview of a product: a list of its pages. */
export function toOverview({ name }: Product, order: number, pages: Linked[]): string {
  const head = toFrontMatter({ title: `${name}概览`, description: `${name}的接口与通知。`, product: name, order })
  return `${head}# {{ $frontmatter.title }}\n\n${toList(pages)}`
}

/** Writes the home page: a list of the products. */
export function toHome(products: Product[]): string {
  const head = toFrontMatter({ title: '微信支付 APIv3', description: '由事实生成的草稿。', sidebar: false })
  return `${head}# {{ $frontmatter.title }}\n\n${toList(products.map(({ name, slug }) => ({ title: name, page: `product/${slug}` })))}`
}

/** Writes the page that the top menu calls the guide. */
export function toGuide(): string {
  return `${toFrontMatter({ title: '指南', description: '由事实生成的草稿。' })}# {{ $frontmatter.title }}\n\n[首页](/)\n`
}

function toList(pages: Linked[]): string {
  return pages.map(({ title, page }) => `- [${title}](/${encodeURI(page.replace(/(^|\/)index$/, '$1'))})\n`).join('')
}
