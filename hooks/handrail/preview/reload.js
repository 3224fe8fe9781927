// @ts-check
// Reloads a previewed page once the site has been built anew. Only `scripts/serve.py` adds it to pages.

const script = /** @type {HTMLScriptElement} */ (document.currentScript)
const { search } = new URL(script.src) // the page, and the version of it that this is

/** @param {number} milliseconds */
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Browsers allow few connections to one host, so only the page being looked at holds one open. */
async function seen() {
  while (document.hidden) {
    await new Promise((resolve) => document.addEventListener("visibilitychange", resolve, { once: true }))
  }
}

/** Asks by a picture, which comes when there is a new version: every page may show one, where some may not fetch. */
async function newVersion() {
  const answer = new Image()
  const came = await new Promise((resolve) => {
    answer.onload = () => resolve(true)
    answer.onerror = () => resolve(pause(1000).then(() => false)) // nothing new, or the preview has ended
    answer.src = `/.reload.svg${search}&asked=${Date.now()}`
    document.addEventListener("visibilitychange", () => resolve(false), { once: true })
  })
  answer.removeAttribute("src") // lets go of the connection
  return came
}

/** Lays what keeps the page from being the newest over it, until somebody has read it. Pages may forbid style sheets. */
function layOver() {
  const note = /** @type {HTMLElement | null} */ (document.querySelector("[data-preview-problem]"))
  if (!note) return
  Object.assign(note.style, {
    position: "fixed", inset: "auto 0 0 0", zIndex: "2147483647", maxHeight: "60vh", overflow: "auto", margin: "0",
    padding: "16px 64px 16px 24px", whiteSpace: "pre-wrap", font: "14px/1.5 ui-monospace, monospace",
    color: "#fff", background: "#7a1712", borderTop: "4px solid #ffb4a9",
  })
  const close = document.createElement("button")
  close.textContent = "×"
  close.ariaLabel = "Hide"
  Object.assign(close.style, { position: "absolute", top: "8px", right: "8px", width: "44px", height: "44px", font: "24px sans-serif" })
  close.addEventListener("click", () => note.remove())
  note.append(close)
}

async function follow() {
  // A page that waited for the answer would not be done loading.
  if (document.readyState !== "complete") await new Promise((resolve) => addEventListener("load", resolve))
  do await seen()
  while (!(await newVersion()))
  location.reload()
}

layOver()
void follow()
