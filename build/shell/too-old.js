// Runs only in browsers that know no modules: they cannot run Ownway, and are told so.
"use strict";
document.getElementById("start").className = "failed";
document.getElementById("trouble").hidden = false;
document.getElementById("trouble-title").textContent = "This browser is too old for Ownway";
document.getElementById("trouble-words").textContent =
  "Update it, or open this page in a newer Chrome, Edge, Firefox or Safari. Everything you saved is safe on this device.";
