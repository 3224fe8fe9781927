// @ts-check
import { element } from "../shared/dom.js";
import { absoluteUrl } from "./settings.js";

/** What stands in place of results where a query was a secret. @param {import("./engine_loader.js").SearchData} data */
export function secretWarning({ strings, emergency }) {
  const warning = [element("strong", {}, strings.secret), " ", strings.secretGone];
  if (!emergency) return warning;
  const link = element("a", { href: absoluteUrl(emergency.url) }, emergency.title);
  return [...warning, " ", strings.secretThen, " ", link];
}
