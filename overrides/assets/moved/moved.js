// @ts-check
// Leads on from an address that a page once had. In the browser of an app the reader taps the link.
import { find } from "../shared/dom.js";
import { isInAppBrowser } from "../shared/in_app_browser.js";

if (!isInAppBrowser) location.replace(/** @type {HTMLAnchorElement} */ (find(document, "h1 a")).href);
