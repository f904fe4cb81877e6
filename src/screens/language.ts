import { useWays, waysNow } from '#access/ways.ts';

/**
 * Keeps the app in the language of whoever holds the tablet. Languages besides English are loaded when one is
 * asked for; a promise where the first screen has to wait for that.
 */
export function followLanguage(root: HTMLElement): Promise<void> | undefined {
  let asked = root.lang;
  const follow = (): Promise<void> | undefined => {
    const { language } = waysNow();
    if (language === asked) return undefined;
    asked = language;
    return import('#words/languages.ts').then(({ speakLanguage }) => speakLanguage(language, root));
  };
  useWays.subscribe(() => void follow());
  return follow();
}
