"""Words by which learners say how, where and with whom they like to learn, by language.

A language is added by another `Words` in `LANGUAGES`; how its words are held against each other is said in
`stems`. Words are spelled as people spell them: reading them takes marks and endings away.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """One language's words: ``common`` ones say nothing of what somebody likes; the others stand for an
    activity's modality, setting or grouping."""

    common: str
    ways: Mapping[str, str]
    places: Mapping[str, str]
    company: Mapping[str, str]


ENGLISH = Words(
    common="""and are best can for from good how like likes love loves much more not one our play that the
    them they things this with when what you your work working learn learning want""",
    ways={
        "read": "read book story text",
        "watch": "watch film video picture look see",
        "make": "make build draw craft paint hand invent",
        "move": "move outside walk run dance sport body",
        "talk": "talk speak discuss explain tell ask",
        "play": "game puzzle play",
        "project": "project research inquiry",
        "practise": "practise practice exercise step repeat",
    },
    places={
        "quiet": "quiet calm silent silence",
        "table": "table group",
        "outdoors": "outdoor outside nature garden forest",
        "home": "home family",
        "online": "online computer tablet internet",
    },
    company={
        "alone": "alone myself",
        "pair": "friend partner pair",
        "small_group": "group team friend",
        "class": "class everyone",
        "family": "family mum dad sister brother grandma grandpa",
    },
)
ARABIC = Words(
    common="""أحب نحب يحب تحب حب أفضل يفضل في من إلى على عن مع أن إن أنا نحن هو هي هم هذا هذه ذلك تلك ما لا كل
    بعض مثل أكثر جدا شيء أشياء عند عندما حين كيف لماذا أريد نريد يريد تعلم أتعلم نتعلم يتعلم عمل أعمل نعمل
    لعب ألعب نلعب يلعب جيد طريقة""",
    ways={
        "read": "قراءة أقرأ نقرأ يقرأ كتاب كتب قصة قصص حكاية حكايات نص نصوص",
        "watch": "مشاهدة أشاهد نشاهد فيلم أفلام فيديو صورة صور أنظر أرى",
        "make": "صنع أصنع نصنع بناء أبني نبني رسم أرسم نرسم رسوم تلوين ألون أشغال يدوي اختراع أخترع",
        "move": "حركة أتحرك نتحرك مشي أمشي جري أجري ركض أركض رقص أرقص رياضة جسم قفز أقفز",
        "talk": "كلام أتكلم حديث أتحدث نتحدث نقاش مناقشة أناقش حوار شرح أشرح أحكي سؤال أسئلة أسأل",
        "play": "لعبة ألعاب لغز ألغاز أحجية أحاجي",
        "project": "مشروع مشاريع بحث أبحث أبحاث استقصاء",
        "practise": "تدريب أتدرب نتدرب تمرين تمارين أتمرن تكرار أكرر خطوة خطوات",
    },
    places={
        "quiet": "هدوء هادئ صمت سكون",
        "table": "طاولة مجموعة",
        "outdoors": "خارج الخارج طبيعة حديقة حدائق غابة ساحة هواء",
        "home": "بيت بيوت منزل أسرة عائلة",
        "online": "إنترنت حاسوب كمبيوتر لوحي",
    },
    company={
        "alone": "وحدي لوحدي بمفردي نفسي",
        "pair": "صديق صديقة أصدقاء أصدقائي زميل زميلة شريك رفيق",
        "small_group": "مجموعة فريق أصدقاء أصدقائي زملاء زملائي",
        "class": "الصف صفي فصل الجميع جميع",
        "family": "عائلة أسرة أهل أمي أبي أخي أختي أخت جدي جدتي ماما بابا",
    },
)
LANGUAGES = (ENGLISH, ARABIC)
