import {
  englishWordings,
  faultsIn,
  languageFolders,
  missingIn,
  wordingsOf,
} from '../tests/support/languages.ts';

/**
 * node scripts/languages.ts [cy]
 * Says of each language how much of it is written and what is wrong; of the one that is named, also what is missing.
 */
const print = (line: string): void => void process.stdout.write(`${line}\n`);
const english = englishWordings();
const total = missingIn({}, english).length;
const named = process.argv[2];
for (const language of languageFolders()) {
  const own = wordingsOf(language);
  const missing = missingIn(own, english);
  print(`${language}: ${total - missing.length} of ${total} wordings are written.`);
  for (const fault of faultsIn(own, english)) print(`  ${fault}`);
  if (language === named) for (const one of missing) print(`  missing: ${one}`);
}
if (named !== undefined && !languageFolders().includes(named))
  print(`There is no folder src/words/languages/${named} yet. Make it with an about.json, as beside it.`);
