// @ts-check
// The journey to support, a step at a time. Without this the page is one to read.
import "../header/header.js";
import { inspect } from "../contact/guard.js";

const root = document.querySelector('[data-component="journey"]');
if (root && inspect("").length) throw new Error("the guard is not right");
