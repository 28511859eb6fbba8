import type { Diagnosis, Finding } from '../diagnose/diagnosis.ts'
import { compareStrings, showEnds } from './compare-strings.ts'

const kinds = { request: '请求', message: '应答或通知', phone: '调起支付的参数', unknown: '粘贴的内容' }
const verdicts = { valid: '没有发现错误', invalid: '有错误', undecidable: '还不能判断' }

/** Writes a diagnosis for people, in Chinese. */
export function describe(diagnosis: Diagnosis): string {
  const { kind, verdict, mistakes, checked, missing, ruledOut, recognised, plain } = diagnosis
  return [
    `${kinds[kind]}：${verdicts[verdict]}`,
    list('读出了', recognised.map(({ label, value }) => [label, value].filter(Boolean).join('：'))),
    ...mistakes.map(describeFinding),
    list('已核对', checked),
    list('还缺', missing),
    ruledOut.length && `已排除：${ruledOut.map(({ name }) => name).join('、')}`,
    plain !== undefined && `解密后：\n${plain}`,
  ].filter(Boolean).join('\n\n')
}

const list = (title: string, sentences: string[]) =>
  sentences.length && [`${title}：`, ...sentences.map(sentence => `  ${sentence}`)].join('\n')

function describeFinding({ name, explain, expected, signed, doubt }: Finding): string {
  return [
    `✗ ${name}\n  ${explain}`,
    doubt && `  不能确定：${doubt}`,
    expected !== undefined && (signed === undefined ? `应签名的串：\n${quoteLines(expected)}` : compareStrings(expected, signed)),
  ].filter(Boolean).join('\n')
}

const quoteLines = (text: string) => text.split(/(?<=\n)/).map(line => `  ${showEnds(line)}`).join('\n')
