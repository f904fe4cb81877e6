import * as v from 'valibot';

const words = v.pipe(v.string(), v.minLength(1), v.maxLength(4000));
const name = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const seconds = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(3600));

/** Words of an activity, and the recording of somebody who spoke them. Other words have another recording. */
export const PromptSchema = v.object({ words, recording: name, seconds });
export type Prompt = v.InferOutput<typeof PromptSchema>;

/** An activity in sign language, with its captions as WebVTT, or '' without any. */
export const FilmSchema = v.object({
  film: name,
  seconds,
  captions: v.pipe(v.string(), v.maxLength(20_000)),
});
export type Film = v.InferOutput<typeof FilmSchema>;

/** Recordings and a film for each activity, by its id. No kind of activity knows of them. */
export type Spoken = { prompts: Record<string, Prompt[]>; films: Record<string, Film> };

/** The recordings of an activity. */
export function promptsOf({ prompts }: Pick<Spoken, 'prompts'>, activity: string): Prompt[] {
  return Object.hasOwn(prompts, activity) ? (prompts[activity] ?? []) : [];
}

/** The film of an activity, if it has one. */
export function filmOf({ films }: Pick<Spoken, 'films'>, activity: string): Film | undefined {
  return Object.hasOwn(films, activity) ? films[activity] : undefined;
}

/** With this recording in place of an earlier one of the same words. */
export function withPrompt(spoken: Spoken['prompts'], activity: string, prompt: Prompt): Spoken['prompts'] {
  const others = withoutPrompt(spoken, activity, prompt.words)[activity] ?? [];
  return { ...spoken, [activity]: [...others, prompt] };
}

export function withoutPrompt(spoken: Spoken['prompts'], activity: string, gone: string): Spoken['prompts'] {
  const left = promptsOf({ prompts: spoken }, activity).filter((prompt) => prompt.words !== gone);
  return { ...spoken, [activity]: left };
}

export function withoutFilm(films: Spoken['films'], activity: string): Spoken['films'] {
  const { [activity]: _, ...others } = films;
  return others;
}
