import i18next from 'i18next';
import { create } from 'zustand';

/** The language that the app's own words are written in first, and fall back to. */
export const FIRST = 'en-GB';

/** Starts i18next with no words; `addWords` brings those of each folder. Resolves at once: nothing is fetched. */
void i18next.init({
  lng: FIRST,
  fallbackLng: FIRST,
  ns: [],
  resources: {},
  initAsync: false,
  interpolation: { escapeValue: false },
  returnEmptyString: true,
});

type State = {
  language: string;
  /** For a language that is there to try the layout with: what it makes of every text. */
  disguise: ((text: string) => string) | null;
};
const useState = create<State>(() => ({ language: FIRST, disguise: null }));

/** The language in which the app speaks now, as a BCP 47 tag. */
export const languageNow = (): string => useState.getState().language;

/** As `languageNow`, for what has to be shown anew when it changes. */
export const useLanguage = (): string => useState(({ language }) => language);

/** A text of ours in the language of now, which `addWords` must have brought; else in the first one. */
export function inLanguage(key: string, values: Record<string, unknown> = {}): string {
  const { language, disguise } = useState.getState();
  const text = i18next.t(key, { ...values, lng: language });
  return disguise?.(text) ?? text;
}

export function wearLanguage(language: string, disguise: State['disguise'] = null): void {
  useState.setState({ language, disguise });
}
