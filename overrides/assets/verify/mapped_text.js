// @ts-check
// A text that is rewritten step by step and still knows where in the original each part of it came from.

export class MappedText {
  /** @param {string} text @param {Uint32Array | number[]} [starts] the place in the original of each UTF-16 unit, and
   * of the end */
  constructor(text, starts = Uint32Array.from({ length: text.length + 1 }, (_, place) => place)) {
    this.text = text;
    this.starts = starts;
  }

  /** @param {RegExp} pattern @param {(match: RegExpMatchArray) => string} rewrite */
  replace(pattern, rewrite) {
    let text = "";
    let last = 0;
    /** @type {number[]} */
    const starts = [];
    const keep = (/** @type {number} */ end) => {
      text += this.text.slice(last, end);
      for (let place = last; place < end; place++) starts.push(this.starts[place]);
    };
    for (const match of this.text.matchAll(pattern)) {
      keep(/** @type {number} */ (match.index));
      const by = rewrite(match);
      text += by;
      for (let place = 0; place < by.length; place++) starts.push(this.starts[/** @type {number} */ (match.index)]);
      last = /** @type {number} */ (match.index) + match[0].length;
    }
    keep(this.text.length);
    starts.push(this.starts[this.text.length]);
    return new MappedText(text, starts);
  }

  /** Where in the original a part came from. @param {number} from @param {number} to @returns {[number, number]} */
  span(from, to) {
    return [this.starts[from], this.starts[to]];
  }
}
