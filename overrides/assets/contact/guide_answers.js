// @ts-check
// What a reader answered in a guide that led to support. Only the places of the answers come with the link: their words
// are the guide's own.

/**
 * @typedef {object} GuideAnswer with its texts by the languages of the message
 * @property {string} [type] the issue type that the guide ends at
 * @property {Record<string, string>} [said] the question with the answer
 * @property {Record<string, string>} [ruledOut]
 * @property {Record<string, string>} [details] by the id of a detail, that of the option
 */
/** @typedef {Record<string, Record<string, GuideAnswer[]>>} Guides by guide and question */

/** The answers on a way through a guide, such as `lamp~light.1~plug.0`; none where that is no way to support.
 * @param {Guides} guides @param {string} text @returns {GuideAnswer[]} */
export function answersOf(guides, text) {
  const [guide, ...way] = text.split("~");
  const answers = way.map((step) => {
    const [question, number] = step.split(".");
    return guides[guide]?.[question]?.[Number(number)];
  });
  return answers.every(Boolean) && answers.at(-1)?.type ? answers : [];
}

/** Chooses the options that the answers mean. @param {import("./field.js").Field[]} fields @param {GuideAnswer[]} answers */
export function chooseOptions(fields, answers) {
  const chosen = Object.assign({}, ...answers.map(({ details }) => details));
  for (const { id, control } of fields) if (chosen[id]) control.value = chosen[id];
}

/** What the answers say in a language, and what they rule out. @param {GuideAnswer[]} answers @param {string} language */
export function inWords(answers, language) {
  return {
    said: answers.flatMap(({ said }) => said?.[language] ?? []),
    ruledOut: answers.flatMap(({ ruledOut }) => ruledOut?.[language] ?? []).join("; "),
  };
}
