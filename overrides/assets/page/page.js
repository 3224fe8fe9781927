// @ts-check
// What every page runs.
import "../header/header.js";
import "../article/contents.js";
import "../article/copy.js";
import "../article/tables.js";
import "../channel/expiry.js";
import "../feedback/feedback.js";
import "../offline/keep.js";
import "../offline/line.js";
import "../searchbox/box.js";
