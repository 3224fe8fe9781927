// @ts-check
// Punycode, RFC 3492, in the one direction that a reader needs: from `xn--` names to the letters they stand for.

const BASE = 36;
const FIRST = 1;
const LAST = 26;

/** A label `xn--…` in the letters that it stands for; itself where it stands for none. @param {string} label */
export function decoded(label) {
  const letters = lettersOf(label.slice("xn--".length));
  return letters && /[^\0-\x7f]/.test(letters) ? letters : label;
}

/** @param {string} name @returns {string | undefined} */
function lettersOf(name) {
  const basic = name.lastIndexOf("-");
  const output = Array.from(name.slice(0, Math.max(0, basic)), (letter) => letter.charCodeAt(0));
  let code = 128;
  let place = 0;
  let bias = 72;
  for (let at = basic + 1; at < name.length; ) {
    const before = place;
    for (let weight = 1, step = BASE; ; step += BASE) {
      const value = at < name.length ? "abcdefghijklmnopqrstuvwxyz0123456789".indexOf(name[at++]) : -1;
      if (value < 0) return undefined;
      place += value * weight;
      const threshold = step <= bias ? FIRST : step >= bias + LAST ? LAST : step - bias;
      if (value < threshold) break;
      weight *= BASE - threshold;
    }
    const length = output.length + 1;
    bias = adapted(place - before, length, before === 0);
    code += Math.floor(place / length);
    if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined;
    place %= length;
    output.splice(place++, 0, code);
  }
  return String.fromCodePoint(...output);
}

/** @param {number} delta @param {number} length @param {boolean} isFirst */
function adapted(delta, length, isFirst) {
  delta = isFirst ? Math.floor(delta / 700) : delta >> 1;
  delta += Math.floor(delta / length);
  let step = 0;
  for (; delta > ((BASE - FIRST) * LAST) >> 1; step += BASE) delta = Math.floor(delta / (BASE - FIRST));
  return step + Math.floor(((BASE - FIRST + 1) * delta) / (delta + 38));
}
