// @ts-check

/** Whether a key belongs to an input method. Safari sends the Enter that ends a composition after its end, and only the
 * old `keyCode` tells (WebKit bug 165004). @param {KeyboardEvent} event */
export const isComposing = (event) => event.isComposing || event.keyCode === 229;
