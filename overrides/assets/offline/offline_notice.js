// @ts-check
// What every page of a site that works offline runs.
import "./register.js";
import "./status.js";
