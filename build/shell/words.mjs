// @ts-check
// The start screen's words. It is there before Python and its translations are, so it brings its own.

const MEGA = 1e6;

/** @param {number} bytes @param {string} language */
const mega = (bytes, language) => new Intl.NumberFormat(language, { maximumFractionDigits: 0 }).format(bytes / MEGA);

const LANGUAGES = {
  en: {
    fetching: (/** @type {string} */ part, /** @type {string} */ whole) => `Getting your book ready: ${part} of ${whole} MB. Only this once.`,
    opening: "Opening your book…",
    again: "Try again",
    offline: "There is no network just now",
    offlineWords: "Ownway has to be fetched once before it works without a network. Connect, then try again.",
    slow: "This takes longer than it should",
    slowWords: "You can wait a little more or try again. Everything you saved is safe on this device.",
    broken: "Ownway could not open",
    brokenWords: "Everything you saved is safe on this device. Try again; if it does not help, update your browser.",
  },
  fr: {
    fetching: (/** @type {string} */ part, /** @type {string} */ whole) => `Préparation de ton livre : ${part} sur ${whole} Mo. Une seule fois.`,
    opening: "Ouverture de ton livre…",
    again: "Réessayer",
    offline: "Pas de réseau pour le moment",
    offlineWords: "Ownway doit être chargé une fois avant de marcher sans réseau. Connecte-toi, puis réessaie.",
    slow: "C’est plus long que prévu",
    slowWords: "Tu peux attendre encore un peu ou réessayer. Tout ce que tu as enregistré est en sécurité sur cet appareil.",
    broken: "Ownway n’a pas pu s’ouvrir",
    brokenWords: "Tout ce que tu as enregistré est en sécurité sur cet appareil. Réessaie ; sinon, mets à jour ton navigateur.",
  },
  id: {
    fetching: (/** @type {string} */ part, /** @type {string} */ whole) => `Menyiapkan bukumu: ${part} dari ${whole} MB. Hanya sekali ini.`,
    opening: "Membuka bukumu…",
    again: "Coba lagi",
    offline: "Sekarang tidak ada jaringan",
    offlineWords: "Ownway perlu diunduh sekali sebelum bisa dipakai tanpa jaringan. Sambungkan, lalu coba lagi.",
    slow: "Ini lebih lama dari biasanya",
    slowWords: "Kamu bisa menunggu sebentar atau mencoba lagi. Semua yang kamu simpan aman di perangkat ini.",
    broken: "Ownway tidak dapat dibuka",
    brokenWords: "Semua yang kamu simpan aman di perangkat ini. Coba lagi; jika tetap gagal, perbarui perambanmu.",
  },
  ar: {
    fetching: (/** @type {string} */ part, /** @type {string} */ whole) => `نجهّز كتابك: ${part} من ${whole} ميغابايت. مرة واحدة فقط.`,
    opening: "نفتح كتابك…",
    again: "حاول مرة أخرى",
    offline: "لا توجد شبكة الآن",
    offlineWords: "يجب تحميل Ownway مرة واحدة قبل أن يعمل بلا شبكة. اتصل بالشبكة ثم حاول مرة أخرى.",
    slow: "يستغرق هذا وقتًا أطول من المعتاد",
    slowWords: "يمكنك الانتظار قليلًا أو المحاولة مرة أخرى. كل ما حفظته آمن على هذا الجهاز.",
    broken: "تعذّر فتح Ownway",
    brokenWords: "كل ما حفظته آمن على هذا الجهاز. حاول مرة أخرى، وإن لم ينجح ذلك فحدّث متصفحك.",
  },
};

/** The words for a browser's language, English where we have none. @param {string} tag */
export function words(tag) {
  const primary = tag.split("-")[0].toLowerCase();
  const language = /** @type {keyof typeof LANGUAGES} */ (primary in LANGUAGES ? primary : "en");
  const own = LANGUAGES[language];
  return {
    ...own,
    language,
    direction: language === "ar" ? "rtl" : "ltr",
    fetching: (/** @type {number} */ part, /** @type {number} */ whole) => own.fetching(mega(part, language), mega(whole, language)),
  };
}
