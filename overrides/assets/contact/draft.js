// @ts-check
// What the reader has entered so far, and the message made of it. It lives in the fields of the page and nowhere else.
import { inWords } from "./guide_answers.js";
import { compose, withoutTraces } from "./message.js";
import { checkSecrets, splitSecrets } from "./secret_check.js";
import { readLabels } from "./settings.js";

/** @typedef {import("./field.js").Field} Field */

export class Draft {
  /** @type {HTMLElement | null} the chosen issue type, a button */
  type = null;
  /** The article that was read. */
  articleRead = "";
  /** The searches that found nothing, where the reader wants them in the message. */
  searches = "";
  /** @type {import("./guide_answers.js").GuideAnswer[]} */
  guideAnswers = [];
  /** @type {Field[]} those of the issue type, in the order of the message */
  fields = [];

  /** @param {import("./settings.js").ContactSettings} settings @param {import("./secret_check.js").ConfirmedHashes} hashes */
  constructor(settings, hashes) {
    this.settings = settings;
    this.hashes = hashes;
  }

  /** What the reader was told to correct and has not yet corrected.
   * @returns {import("./error_summary.js").FieldError[]} */
  get shownErrors() {
    return this.fields.flatMap(({ shownError, control }) => (shownError ? [{ text: shownError, control }] : []));
  }

  get isComplete() {
    const [language] = Object.keys(this.settings.message);
    return this.type !== null && !this.fields.some(({ error }) => error) && this.finish(language, false) !== null;
  }

  /** The message for a channel, inspected once more; null where something in it must not leave the page.
   * @param {string} language @param {boolean} isPublic @returns {import("./handoff.js").Message | null} */
  finish(language, isPublic) {
    for (const { kind, text } of this.fields) if (kind === "transaction_hash") this.hashes.add(text);
    const labels = this.settings.message[language];
    const about = this.type ? readLabels(this.type)[language] : "";
    const answers = this.fields.map((field) => field.answer(language));
    const guide = inWords(this.guideAnswers, language);
    const parts = { about, ...guide, read: this.articleRead, searched: this.searches, answers };
    const { isBlocked, unexplained, text } = checkSecrets(compose(parts, labels, isPublic), "", this.hashes);
    if (isBlocked || unexplained.length || this.splitSecrets().length) return null;
    const shown = answers.filter((answer) => !(isPublic && answer.isPrivate));
    return {
      subject: about,
      text: `${text}\n\n${labels.closing}`,
      short: `${labels.about}: ${about}\n${labels.short}`,
      answers: new Map(shown.map((answer) => [answer.id, isPublic ? withoutTraces(answer.text) : answer.text])),
    };
  }

  /** The fields that hold a secret together. */
  splitSecrets() {
    return splitSecrets(this.fields.map((field) => field.text)).map((index) => this.fields[index]);
  }

  clear() {
    this.type = null;
    this.fields = [];
    this.guideAnswers = [];
    this.articleRead = "";
    this.searches = "";
  }

  /** Empties the fields that hold a secret together, or all where none can be named. */
  clearSecrets() {
    const fields = this.splitSecrets();
    for (const field of fields.length ? fields : this.fields) if (!field.isSelect) field.block();
  }
}
