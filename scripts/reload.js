// @ts-check
// Reloads a previewed page once the site has been built anew. Only `scripts/serve.py` adds it to pages.

const script = /** @type {HTMLScriptElement} */ (document.currentScript)
const since = new URL(script.src).searchParams.get("since") ?? ""

/** @param {number} milliseconds */
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Browsers allow few connections to one host, so only the page being looked at holds one open. */
async function seen() {
  while (document.hidden) {
    await new Promise((resolve) => document.addEventListener("visibilitychange", resolve, { once: true }))
  }
}

async function newVersion() {
  const leave = new AbortController()
  const left = () => document.hidden && leave.abort()
  document.addEventListener("visibilitychange", left)
  try {
    const answer = await fetch(`/.reload?since=${since}`, { signal: leave.signal })
    return answer.ok && (await answer.text()) !== since
  } catch {
    await pause(1000) // the preview has ended, or the page was left
    return false
  } finally {
    document.removeEventListener("visibilitychange", left)
  }
}

async function follow() {
  do await seen()
  while (!(await newVersion()))
  location.reload()
}

void follow()
