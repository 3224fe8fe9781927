// @ts-check
// What the reader has told so far, and the message made of it. It lives in the fields of the page and nowhere else.
import { compose, withoutTraces } from "./message.js";
import { judge, split } from "./secret_check.js";

/** @typedef {import("./field.js").Field} Field */

export class Draft {
  /** @type {HTMLInputElement | null} the chosen issue type */
  type = null;
  /** What was read before. */
  read = "";
  /** What was searched for in vain, where the reader wants it said. */
  searched = "";
  /** @type {Field[]} those that the issue type asks for, in the order of the message */
  fields = [];

  /** @param {import("./settings.js").SupportSettings} settings @param {import("./secret_check.js").Vouched} vouched */
  constructor(settings, vouched) {
    this.settings = settings;
    this.vouched = vouched;
  }

  /** @returns {{ text: string, control: HTMLElement }[]} */
  get faults() {
    return this.fields.flatMap((field) => (field.fault ? [{ text: field.fault, control: field.control }] : []));
  }

  get isWhole() {
    return this.type !== null && !this.faults.length && this.finished(false) !== null;
  }

  /** The finished message for a channel, inspected once more; null where something in it must not leave.
   * @param {boolean} isPublic @returns {import("./handoff.js").Finished | null} */
  finished(isPublic) {
    for (const { kind, text } of this.fields) if (kind === "transaction_hash") this.vouched.add(text);
    const { message } = this.settings;
    const about = this.type?.dataset.label ?? "";
    const answers = this.fields.map((field) => field.answer);
    const { read, searched } = this;
    const whole = compose({ about, read, searched, answers }, message, isPublic);
    const { isBlocked, asked, text } = judge(whole, "", this.vouched);
    if (isBlocked || asked.length || split(this.fields.map((field) => field.text)).length) return null;
    const shown = answers.filter((answer) => !(isPublic && answer.isPrivate));
    return {
      subject: about,
      text: `${text}\n\n${message.closing}`,
      short: `${message.about}: ${about}\n${message.short}`,
      answers: new Map(shown.map((answer) => [answer.id, isPublic ? withoutTraces(answer.text) : answer.text])),
    };
  }

  clear() {
    this.type = null;
    this.fields = [];
    this.read = "";
    this.searched = "";
  }

  /** Empties the fields that hold a secret together, or all where none can be named. */
  dropSecrets() {
    const places = split(this.fields.map((field) => field.text));
    for (const field of places.length ? places.map((place) => this.fields[place]) : this.fields) {
      if (!field.isChosen) field.block();
    }
  }
}
