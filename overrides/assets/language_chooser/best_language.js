// @ts-check
// Which of the languages of a site a reader reads.

/** A language with its script, which most tags leave out: zh-TW is written in Traditional characters.
 * @param {string} tag a BCP 47 tag, or anything that was stored @returns {{ language: string, script?: string }} */
function likely(tag) {
  try {
    return new Intl.Locale(tag).maximize();
  } catch {
    return { language: tag.toLowerCase().split("-")[0] };
  }
}

/** The first of the `wanted` languages that is offered: as it is spelt, else in the same script, else in another one.
 * @param {readonly string[]} wanted @param {readonly string[]} offered @returns {string | undefined} */
export function bestLanguage(wanted, offered) {
  for (const tag of wanted) {
    const { language, script } = likely(tag);
    const same = offered.filter((other) => likely(other).language === language);
    const best =
      same.find((other) => other.toLowerCase() === tag.toLowerCase()) ??
      same.find((other) => likely(other).script === script) ??
      same[0];
    if (best) return best;
  }
}
