// @ts-check
// Runs in pages of the product. <help-center> becomes the search box of the help center there, and with help-id="…" the
// article for that screen. It is a frame, so that neither page can read the other. What stands in the element, or a
// link, stays until the page in the frame says how tall it is; where it may not be shown, it never does.
import { bestLanguage } from "../language_chooser/best_language.js";
import { names } from "./names.js";

const root = new URL(".", /** @type {HTMLScriptElement} */ (document.currentScript).src);
const HIDDEN = "display: block; width: 100%; height: 0; border: 0; visibility: hidden";

class HelpCenter extends HTMLElement {
  static observedAttributes = ["help-id", "lang", "theme"];
  /** @type {HTMLIFrameElement | undefined} */
  frame;
  slotted = document.createElement("slot");

  connectedCallback() {
    if (!this.shadowRoot) this.attachShadow({ mode: "open" });
    addEventListener("message", this);
    this.load();
  }

  disconnectedCallback() {
    removeEventListener("message", this);
  }

  attributeChangedCallback() {
    if (this.shadowRoot) this.load();
  }

  /** Shows what the attributes say, in a new frame: one whose address changes only behind the `#` would not load. */
  load() {
    const { slotted } = this;
    const frame = /** @type {HTMLIFrameElement} */ (document.createElement("IFRAME")); // in capitals: of no page of ours
    const tag = this.closest("[lang]")?.getAttribute("lang") ?? "";
    const code = bestLanguage([tag], Object.keys(names)) ?? Object.keys(names)[0];
    const id = encodeURIComponent(this.getAttribute("help-id") ?? ""); // it leads to no other page
    const link = document.createElement("a");
    link.textContent = names[code];
    link.href = new URL(id ? `${code}/help-id/${id}/` : `${code}/`, root).href;
    link.target = "_blank";
    link.rel = "noopener";
    slotted.replaceChildren(link);
    slotted.style.display = "";
    frame.title = names[code];
    frame.style.cssText = HIDDEN;
    frame.referrerPolicy = "origin"; // the page learns whose page it is in, and no more
    frame.setAttribute("sandbox", "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox");
    frame.src = new URL(`embed/${code}/${id ? `${id}/` : ""}#theme=${this.getAttribute("theme") ?? ""}`, root).href;
    this.shadowRoot?.replaceChildren(slotted, frame);
    this.frame = frame;
  }

  /** Hears how tall the page is. @param {MessageEvent} event */
  handleEvent({ source, origin, data }) {
    const { frame, slotted } = this;
    if (!frame || source !== frame.contentWindow || origin !== root.origin || !(data?.height > 0)) return;
    frame.style.height = `${data.height}px`;
    frame.style.visibility = "visible";
    slotted.style.display = "none";
  }
}

customElements.define("help-center", HelpCenter);
