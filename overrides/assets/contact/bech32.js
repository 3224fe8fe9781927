// @ts-check
// Bech32 and Bech32m (BIP-173, BIP-350): validates the newer addresses of Bitcoin.

const ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
const GENERATORS = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
const BECH32 = 1;
const BECH32M = 0x2bc830a3;

/** Whether a text is a segwit address of the given prefix. @param {string} text @param {string} prefix */
export function isSegwit(text, prefix) {
  const lower = text.toLowerCase();
  if (lower !== text && text.toUpperCase() !== text) return false;
  if (!lower.startsWith(`${prefix}1`) || lower.length > 90) return false;
  const values = Array.from(lower.slice(prefix.length + 1), (letter) => ALPHABET.indexOf(letter));
  if (values.length < 7 || values.includes(-1)) return false;
  const codes = Array.from(prefix, (letter) => letter.charCodeAt(0));
  const checksum = polymod([...codes.map((code) => code >> 5), 0, ...codes.map((code) => code & 31), ...values]);
  const [version] = values;
  const program = toBytes(values.slice(1, -6));
  if (checksum !== (version ? BECH32M : BECH32) || version > 16 || !program) return false;
  return version ? program.length > 1 && program.length <= 40 : program.length === 20 || program.length === 32;
}

/** @param {number[]} values */
function polymod(values) {
  let sum = 1;
  for (const value of values) {
    const top = sum >>> 25;
    sum = ((sum & 0x1ffffff) << 5) ^ value;
    GENERATORS.forEach((generator, bit) => {
      if ((top >> bit) & 1) sum ^= generator;
    });
  }
  return sum;
}

/** Groups of five bits as bytes; null where bits are left over. @param {number[]} groups */
function toBytes(groups) {
  const bytes = [];
  let rest = 0;
  let width = 0;
  for (const group of groups) {
    rest = ((rest << 5) | group) & 0xfff;
    width += 5;
    if (width >= 8) {
      width -= 8;
      bytes.push((rest >> width) & 0xff);
    }
  }
  return width < 5 && !(rest & ((1 << width) - 1)) ? bytes : null;
}
