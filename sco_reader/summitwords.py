"""Words that every meeting shares, and words of grammar: alone they point to nothing."""

from sco_reader.arabic.fold import fold

_ORGANISATION = """
sco shanghai cooperation organisation organization شنغهاي شانغهاي شنجهاي منظمة للتعاون التعاون تعاون шос шанхайская
шанхайской организация организации сотрудничества сотрудничество 上合组织 上海合作组织 ocs organisation coopération
shanghái cooperación organización shanghaï şiö şanghay şangay işbirliği örgütü örgütünün سازمان همکاری همکاریهای
شانگهای شنگھائی تعاون تنظیم şət şanxay əməkdaşlıq təşkilatı шыұ шанхай ынтымақтастық ұйымы ұйымының шку кызматташтык
уюму уюмунун сҳш созмони ҳамкории шҳт shht ҳамкорлик ташкилоти ташкилотининг shanxay hamkorlik tashkiloti
tashkilotining шхаб shanghaier zusammenarbeit
"""
_SUMMIT = """
summit meeting session conference leaders sommet cumbre gipfel gipfeltreffen vertice zirve zirvesi sammiti sammit
саммит саммита саммити саммиті قمة اجتماع دورة مؤتمر القادة زعماء قادة اجلاس نشست همایش سران سربراہی
峰会 会议 第 届 年 次
заседание заседания встреча юбилейный jubilee rates staatschefs 成员国
"""
_STATES = """
council heads head state states member members of government رؤساء دول الدول مجلس الأعضاء совет совета глав государств
стран 国家元首 理事会 سران کشورهای کشورها عضو شورای شورا رؤسای
мамлекеттердин мүчө башчыларынын кеңешинин кеңеши davlat davlatlar rahbarlari kengashi azo давлат давлатлар раҳбарлари
кенгаши аъзо мемлекет басшылары кеңесі мүше мемлекеттердің сарони давлатҳои давлатҳо шӯрои аъзои devlet başkanları üye
dövlət başçıları şurası üzv chefs etat conseil membres jefes estado consejo miembros
"""
_GOVERNMENTS = """
council heads head government governments prime ministers premiers رؤساء حكومات الحكومات وزراء الوزراء مجلس دول الدول
الأعضاء совет совета глав правительств премьеров премьер министров стран 政府首脑 总理 理事会
شورای رؤسای هیأت دولتهای دولت نخست وزیران
نخستوزیران کشورهای عضو chefs gouvernement conseil jefes gobierno consejo
"""
_FIVE = "shanghai five شنغهاي خماسية خماسي الخمسة شانغهاي шанхайская шанхайской пятерка пятерки 上海五国"

SUMMITS = {
    "hsc": _ORGANISATION + _SUMMIT + _STATES,
    "hgc": _ORGANISATION + _SUMMIT.replace("summit ", "").replace("قمة", "") + _GOVERNMENTS,
    "s5": _SUMMIT + _STATES + _FIVE,
}
"""By body, the words by which the press asks for its meetings, in the languages of those who write about them."""

_ENGLISH = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
]
_RUSSIAN = [
    "первое",
    "второе",
    "третье",
    "четвертое",
    "пятое",
    "шестое",
    "седьмое",
    "восьмое",
    "девятое",
    "десятое",
    "одиннадцатое",
    "двенадцатое",
    "тринадцатое",
    "четырнадцатое",
    "пятнадцатое",
    "шестнадцатое",
    "семнадцатое",
    "восемнадцатое",
    "девятнадцатое",
    "двадцатое",
]
_CHINESE = "一二三四五六七八九"


def ordinals(number: int) -> list[str]:
    """How English, Russian and Chinese say the number of a meeting in words, 1 to 29."""
    tens, units = divmod(number, 10)
    if number <= 20:
        neuter = _RUSSIAN[number - 1]
        said = [_ENGLISH[number - 1], neuter, neuter.replace("ое", "ый").replace("ье", "ий")]
    else:
        said = [f"twenty {_ENGLISH[units - 1]}", f"двадцать {_RUSSIAN[units - 1]}"]
    chinese = (_CHINESE[tens - 1] if tens > 1 else "") + ("十" if tens else "") + (_CHINESE[units - 1] if units else "")
    return [*said, chinese]


_PERSIAN = [
    *("اول", "یکم", "دوم", "سوم", "چهارم", "پنجم", "ششم", "هفتم", "هشتم", "نهم", "دهم", "یازدهم", "دوازدهم", "سیزدهم"),
    *("چهاردهم", "پانزدهم", "شانزدهم", "هفدهم", "هجدهم", "نوزدهم", "بیستم"),
]


def persian_ordinals(number: int) -> list[str]:
    """How Persian says the number of a meeting, 1 to 29: بیست و چهارم, بیست و چهارمین."""
    said = _PERSIAN[number] if number <= 20 else f"بیست و {_PERSIAN[number - 20]}"
    return [said, f"{said}ین"]


_GERMAN = """
erste zweite dritte vierte fünfte sechste siebte achte neunte zehnte elfte zwölfte dreizehnte vierzehnte fünfzehnte
sechzehnte siebzehnte achtzehnte neunzehnte zwanzigste einundzwanzigste zweiundzwanzigste dreiundzwanzigste
vierundzwanzigste fünfundzwanzigste sechsundzwanzigste siebenundzwanzigste achtundzwanzigste neunundzwanzigste
"""
_FRENCH = """
première deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième onzième douzième treizième
quatorzième quinzième seizième dix-septième dix-huitième dix-neuvième vingtième vingt-et-unième vingt-deuxième
vingt-troisième vingt-quatrième vingt-cinquième vingt-sixième vingt-septième vingt-huitième vingt-neuvième
"""
_SPANISH = """
primera segunda tercera cuarta quinta sexta séptima octava novena décima undécima duodécima decimotercera decimocuarta
decimoquinta decimosexta decimoséptima decimoctava decimonovena vigésima
"""
_TURKISH = """
birinci ikinci üçüncü dördüncü beşinci altıncı yedinci sekizinci dokuzuncu onuncu
"""


def western_ordinals(number: int) -> list[str]:
    """How German, French, Spanish and Turkish say the number of a meeting, 1 to 29: vierten, quatrième, cuarto."""
    german, french, feminine, turkish = (said.split() for said in (_GERMAN, _FRENCH, _SPANISH, _TURKISH))
    tens, units = divmod(number, 10)
    spanish = feminine[number - 1] if number <= 20 else f"vigésima {feminine[units - 1]}"
    return [
        *(german[number - 1] + ending for ending in ("", "n", "r", "s")),
        french[number - 1],
        spanish,
        " ".join(f"{word[:-1]}o" for word in spanish.split()),
        f"{('', 'on ', 'yirmi ')[tens]}{turkish[units - 1]}" if units else ("onuncu", "yirminci")[tens - 1],
    ]


_GRAMMAR = """
of the in at and for on to by an a s de del dello della du des le la les et al el der die das und im von en y
l d th st nd rd г ولاية لولاية بولاية وولاية
في من على و الى عن مع ال لـ هذا العام در از и в во на по от с со у о об года году ning
"""
_CITY = """
city town مدينة город города городе городом shahri shahar shahrida shahriga shahridagi shahrining şehri şehrinde kenti
kentinde qala шаҳри шаҳар шаҳрида шаҳрига шаҳридаги қаласы қаласында шаары شهر ville ciudad stadt cidade citta
"""
_CAPITAL = """
capital العاصمة عاصمة للعاصمة وللعاصمة столица столице столицу столицы столицей hauptstadt capitale başkenti başkent
пойтахти пойтахт poytaxti poytaxt астанасы борбору پایتخت paytaxtı paytaxt stolica capitala
"""
_GLUED = ("و", "ف", "ل", "ب", "ول", "وب")


def _with_clitics(words: str) -> frozenset[str]:
    plain = fold(words).split()
    return frozenset(plain) | {start + word for word in plain for start in _GLUED if word[0] >= "\u0621"}


CAPITAL = _with_clitics(_CAPITAL)
"""Words that, beside the name of a state alone, ask for its capital."""

TOWN = CAPITAL | _with_clitics(_CITY)
"""Words that stand beside the name of a city: of two things of one name (الكويت) it is the city."""

IDLE = TOWN | frozenset(fold(_GRAMMAR).split())
"""Words of grammar: a query is asked without them."""

COMMON = IDLE | frozenset(
    part
    for words in SUMMITS.values()
    for word in words.split()
    # Chinese stands here simplified and goes by character: folding it would load a table for nothing.
    for part in (word if word >= "\u3400" else fold(word).split())
)
"""Words that alone point to nothing: those of every meeting, and those of grammar."""
