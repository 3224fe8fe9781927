// @ts-check
// Normalizes a text before it is searched: width, accents, capitals, invisible characters.
// hooks/handrail/secrets/normalization.py does exactly the same; only offsets differ: here they count UTF-16 units.

const DROPPED =
  /[\u0300-\u036f\u3099\u309a\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\u{e0000}-\u{e01ef}]/gu;

const BACKSLASH = 0x5c;
const ESCAPE = /^\\u([0-9A-Fa-f]{4})$/; // a character as JSON escapes it

/** @type {Map<string, string>} */
const decomposed = new Map();

/** NFKD without marks and without what is invisible; empty for the invisible itself. @param {string} character */
function decompose(character) {
  let normalized = decomposed.get(character);
  if (normalized === undefined) {
    normalized = character.normalize("NFKD").replace(DROPPED, "");
    decomposed.set(character, normalized);
  }
  return normalized;
}

/**
 * A text in one form. `text` has capitals, which Base58 needs; `lower` has none and the same length. `seams` are the
 * offsets in them where something invisible was removed. `span` gives start and end, in the typed text, of a span.
 * @param {string} typed
 */
export function normalize(typed) {
  const starts = [];
  const ends = [];
  const seams = new Set();
  let text = "";
  for (let start = 0, end = 0; start < typed.length; start = end) {
    const code = /** @type {number} */ (typed.codePointAt(start));
    const escape = code === BACKSLASH && typed.slice(start, start + 6).match(ESCAPE);
    end = start + (escape ? 6 : code > 0xffff ? 2 : 1);
    const character = escape ? String.fromCharCode(parseInt(escape[1], 16)) : typed.slice(start, end);
    const isPlain = !escape && (code < 0x80 || (code >= 0x4e00 && code <= 0x9fff));
    const part = isPlain ? character : decompose(character);
    if (!part) seams.add(starts.length);
    for (let unit = 0; unit < part.length; unit++) {
      starts.push(start);
      ends.push(end);
    }
    text += part;
  }
  const lower = text.toLowerCase();
  if (lower.length !== text.length) throw new Error("a character whose small form has another length");

  /** @param {number} start @param {number} end @returns {[number, number]} */
  const span = (start, end) => [starts[start], ends[end - 1]];
  return { text, lower, seams, span };
}
