// Answers in the place of Rive's script, which the client would fetch from a CDN at every start.
// Ownway shows no Rive animation, so its runtime waits for ever and costs nothing.
"use strict";
globalThis.RiveNative = () => new Promise(() => {});
