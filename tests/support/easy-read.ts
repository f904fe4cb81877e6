import { check, type Finding, type Rule } from '#words/easy-read/rules.ts';

/** What is asked of plain words too: nothing that shouts, no idiom, no share in per cent. */
const ALWAYS: ReadonlySet<Rule> = new Set(['shout', 'percent', 'acronym', 'idiom']);

/** What is wrong with a plain text. */
export function everyReadFaults(text: string): string[] {
  const oops = /\boops\b/i.test(text) ? ['says Oops'] : [];
  return [
    ...oops,
    ...faults(text)
      .filter(({ rule }) => ALWAYS.has(rule))
      .map(told),
  ];
}

/** What is wrong with an Easy Read text, by the rules that help facilitators to write. */
export function easyReadFaults(text: string): string[] {
  const oops = /\boops\b/i.test(text) ? ['says Oops'] : [];
  return [...oops, ...faults(text).map(told)];
}

/** A value that is filled in stands for one word, and so does the name of a licence. */
function faults(text: string): Finding[] {
  const said = text.replace(/\{\{\w+\}\}/g, 'value').replace(/CC BY-SA \d\.\d/g, 'licence');
  return check(said).filter(({ hint }) => !hint);
}

function told({ rule, text, instead }: Finding): string {
  return `${rule}: “${text}”${instead ? `, say “${instead}”` : ''}`;
}
