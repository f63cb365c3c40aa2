"""What do other scripts glue to a name, and how are their words parted? Cases, particles, titles without a space.

Only what changes a name is listed: the endings of the singular that the press sets after names of persons and states.
Each was met in print with a name of ours (tests/spellings holds the forms); those of one letter are taken off last.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_ENDINGS = {
    # First and last letter of the script, then its endings.
    ("ऀ", "ॿ"): "च्या चे चा ची ने नी ला शी यांनी ले लाई को का की मा बाट सँग सित द्वारा ज्यू त स ि ी",
    ("ঀ", "৿"): "য়ের য়ে দের ের কে েতে তে র ে ও ই া",
    ("઀", "૿"): "નો ની નું ના ને થી માં એ",
    ("஀", "௿"): "விற்கு வுக்கு வுடன் விடம் வின் வை வும் யுடன் யின் யை யும் ிற்கு ுக்கு ுடன் ிடம் ில் ின் ால் ும் க்கு ை ான ாக >ா",
    ("ఀ", "౿"): "యొక్క లోని తో లో కు కి ని ను పై",
    ("ಀ", "೿"): "ದಲ್ಲಿ ನಲ್ಲಿ ರಲ್ಲಿ ಯಲ್ಲಿ ಲ್ಲಿ ರನ್ನು ನನ್ನು ವನ್ನು ಯನ್ನು ನ್ನು ಕ್ಕೆ ಿಗೆ ಗೆ ಿಂದ ನ ದ ಯ ವ ರ",
    ("ഀ", "ൿ"): "ിന്റെ യുടെ വിന്റെ ന്റെ ിലേക്ക് ിലെ യിലെ യിൽ വിൽ ിൽ യ്ക്ക് ക്ക് ിന് ുമായി യുമായി ിനെ നെ യെ യും ും",
    ("඀", "෿"): "ගෙන් ගේ න්ට යෙන් වෙන් යේ වේ යට වට හි ට",
    ("가", "힣"): "에게서 에게 에서 에는 께서 으로 이라고 라고 은 는 이 가 을 를 의 에 와 과 로 도 만 측 씨",
    ("ა", "ჿ"): "ისთვის>ი სთვის ისგან>ი ისა>ი მაც>ი იც>ი თან ზე დან>ი ში>ი მა>ი ის>ი ით>ი ად>ი ს მ ც ი",
    ("Ա", "֏"): "թյան>թյուն վից>ու վին>ու վի>ու վում>ու յից յին յի ից ին ով ում ը ն ի ու",
    ("Ͱ", "Ͽ"): "ου ας ης ων υ ς",
    ("က", "႟"): "နှင့် သည် ကို မှ က ၏",
}
# An ending, and after > what the bare form has in its place: Georgian რუსეთის is of რუსეთი, Armenian Բաքվում of Բաքու.
_BY_SCRIPT = {
    bounds: tuple(ending.partition(">")[::2] for ending in endings.split()) for bounds, endings in _ENDINGS.items()
}

_PREFIXES = "והבלמשכ"  # Hebrew: and, the, in, to, from, that, as
_SHORTEST = 2


def stems(word: str) -> Iterator[str]:
    """`word` without what its script glues to names: the shortest cut first; nothing where it glues nothing."""
    for ending, bare in _endings_of(word[:1]):
        if word.endswith(ending) and _letters(word) - _letters(ending) >= _SHORTEST:
            stem = word.removesuffix(ending)
            if ending:
                yield stem
            if bare:
                yield stem + bare
    if word[:1] in _PREFIXES and len(word) > _SHORTEST + 1:
        yield word[1:]


@lru_cache(maxsize=64)
def _endings_of(letter: str) -> tuple[tuple[str, str], ...]:
    for (first, last), endings in _BY_SCRIPT.items():
        if first <= letter <= last:
            return tuple(sorted(endings, key=lambda pair: len(pair[0])))
    return ()


def _letters(text: str) -> int:
    return sum(unicodedata.category(sign)[0] == "L" for sign in text)


# --- words

_KANA_RUN = "[ァ-ヺー゛゜]+"
# Kana parts from Chinese characters and from the particles between them: カザフスタンのトカエフ大統領.
_JAPANESE = re.compile(f"({_KANA_RUN})|([\u3400-\u9fff々]+)|([ぁ-ゖ]+)")
# Words of grammar between a state, its office and the name: Japanese の, Hindi के, Bengali ও.
_GRAMMAR = """
の と は が を に で も へ や さん から まで より का के की को ने से में पर और एवं तथा ও এবং এর ਦਾ ਦੇ ਦੀ ਨੇ ਨੂੰ
"""
_PARTICLES = frozenset(_GRAMMAR.split())
_READING_IN_BRACKETS = re.compile(r"[(（][ぁ-ゖァ-ヺー・ ]+[)）]")  # 習近平(しゅう・きんぺい)
# Thai, Lao, Khmer and Burmese put no space between a title and a name, nor between "kingdom" and its own.
_TITLES = """
ประธานาธิบดี นายกรัฐมนตรี รัฐมนตรีว่าการกระทรวงการต่างประเทศ รัฐมนตรีต่างประเทศ เลขาธิการ สมเด็จฯ สมเด็จ นาย พลเอก
សម្តេចធិបតី សម្តេចមហាបវរធិបតី សម្តេច នាយករដ្ឋមន្ត្រី ប្រធានាធិបតី ឯកឧត្តម លោក ປະທານປະເທດ ນາຍົກລັດຖະມົນຕີ ທ່ານ
ဦး ဒေါ် ဗိုလ်ချုပ်မှူးကြီး ព្រះរាជាណាចក្រ រាជាណាចក្រ សាធារណរដ្ឋ ราชอาณาจักร สาธารณรัฐ
"""
_UNSPACED = re.compile("^(" + "|".join(sorted(map(re.escape, _TITLES.split()), key=len, reverse=True)) + ")(?=.)")


def words_apart(text: str) -> str:
    """`text` with a space wherever its script lets a word end without one, words of grammar left out."""
    text = _READING_IN_BRACKETS.sub(" ", text)
    return " ".join(part for word in text.split() for part in _apart(word))


def _apart(word: str) -> Iterator[str]:
    if _JAPANESE.search(word):
        yield from (part for part in _JAPANESE.sub(_spaced, word).split() if part not in _PARTICLES)
        return
    if word in _PARTICLES:
        return
    while found := _UNSPACED.match(word):
        yield found[1]
        word = word[found.end() :]
    yield word


def _spaced(found: re.Match[str]) -> str:
    return f" {found[0]} "
