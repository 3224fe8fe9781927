// @ts-check
// Takes off what hides a secret from a plain comparison: width, accents, capitals, invisible characters.
// hooks/handrail/secrets/normalization.py does exactly the same; only places differ: here they count UTF-16 units.

const DROPPED =
  /[\u0300-\u036f\u3099\u309a\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\u{e0000}-\u{e01ef}]/gu;

/** @type {Map<string, string>} */
const unfolded = new Map();

/** NFKD without marks and without what is invisible; empty for the invisible itself. @param {string} character */
function unfold(character) {
  let plain = unfolded.get(character);
  if (plain === undefined) {
    plain = character.normalize("NFKD").replace(DROPPED, "");
    unfolded.set(character, plain);
  }
  return plain;
}

/**
 * A text without its disguises. `text` has capitals, which Base58 needs; `lower` has none and the same length. `seams`
 * are the places in them where something invisible was left out. `span` gives the typed characters behind plain ones.
 * @param {string} typed
 */
export function off(typed) {
  const places = [];
  const seams = new Set();
  let text = "";
  for (let place = 0; place < typed.length; ) {
    const code = /** @type {number} */ (typed.codePointAt(place));
    const part = code < 0x80 ? typed[place] : unfold(String.fromCodePoint(code));
    if (!part) seams.add(places.length);
    for (let unit = 0; unit < part.length; unit++) places.push(place);
    text += part;
    place += code > 0xffff ? 2 : 1;
  }
  const lower = text.toLowerCase();
  if (lower.length !== text.length) throw new Error("a character whose small form has another length");

  /** @param {number} start @param {number} end @returns {[number, number]} */
  function span(start, end) {
    const last = places[end - 1];
    return [places[start], last + (/** @type {number} */ (typed.codePointAt(last)) > 0xffff ? 2 : 1)];
  }
  return { text, lower, seams, span };
}
