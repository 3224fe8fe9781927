// @ts-check
// What every page runs.
import "../header/header.js";
import "../article/table_of_contents.js";
import "../article/copy_button.js";
import "../article/scrollable_tables.js";
import "../channel/expiry.js";
import "../feedback/feedback.js";
import "../searchbox/searchbox.js";
