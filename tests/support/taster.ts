import * as v from 'valibot';
import plan from '../../src/templates/taster.json' with { type: 'json' };

const PhraseSchema = v.object({ plain: v.string(), easy: v.string() });
const PollSchema = v.object({
  question: PhraseSchema,
  answers: v.array(v.object({ id: v.string(), phrase: PhraseSchema })),
});

const setupOf = (name: string): unknown => plan.activities.find(({ kind }) => kind === name)?.setup;
const poll = v.parse(PollSchema, setupOf('poll'));
const pledges = v.parse(v.object({ question: PhraseSchema }), setupOf('pledges'));

/** The short workshop that most tests lead: its poll, and the board and pledges that come after it. */
export const taster = {
  name: /30-minute taster/,
  poll: {
    question: poll.question.plain,
    answers: poll.answers.map(({ id, phrase }) => ({ id, words: phrase.plain })),
  },
  pledges: { question: pledges.question.plain },
};
