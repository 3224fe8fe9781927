// @ts-check
// Tells a private key of Ed25519 from a signature: both have 64 bytes, but a key ends with the point that it leads to.
// RFC 8032. hooks/handrail/secrets/ed25519.py does exactly the same. Nothing here is fit for signing.
import { sha512 } from "./sha512.js";

/** @typedef {[x: bigint, y: bigint, z: bigint, t: bigint]} Point extended coordinates: x, y and x * y, all times z */

const PRIME = 2n ** 255n - 19n;
const D = 37095705934669439343138083508754565189542113879843219016388785533085940283555n;
const Y = 46316835694926478169428394003475163141307993866256225615783033603165251855960n;
const X = 15112221349535400772501151409588531511454012693041857206046113283949847762202n;
/** @type {Point} */
const BASE_POINT = [X, Y, 1n, (X * Y) % PRIME];

/**
 * Whether the last 32 bytes are the public key of the seed in the first 32, but for the sign of x.
 * @param {Uint8Array} data
 */
export function isKeyPair(data) {
  if (data.length !== 64) return false;
  const hash = fromLittleEndian(sha512(data.subarray(0, 32)).subarray(0, 32));
  const [, y, z] = times((hash & ((1n << 254n) - 8n)) | (1n << 254n));
  const publicKey = fromLittleEndian(data.subarray(32)) & ((1n << 255n) - 1n);
  return (y - publicKey * z) % PRIME === 0n;
}

/** @param {Uint8Array} bytes */
const fromLittleEndian = (bytes) => bytes.reduceRight((number, byte) => (number << 8n) | BigInt(byte), 0n);

/** The base point so many times. @param {bigint} scalar */
function times(scalar) {
  /** @type {Point} */
  let point = [0n, 1n, 1n, 0n];
  for (let power = BASE_POINT; scalar; scalar >>= 1n, power = sumOf(power, power)) {
    if (scalar & 1n) point = sumOf(point, power);
  }
  return point;
}

/** @param {Point} first @param {Point} second @returns {Point} */
function sumOf([x1, y1, z1, t1], [x2, y2, z2, t2]) {
  const a = (y1 - x1) * (y2 - x2);
  const b = (y1 + x1) * (y2 + x2);
  const c = 2n * t1 * t2 * D;
  const d = 2n * z1 * z2;
  const [e, f, g, h] = [b - a, d - c, d + c, b + a];
  return [(e * f) % PRIME, (g * h) % PRIME, (f * g) % PRIME, (e * h) % PRIME];
}
